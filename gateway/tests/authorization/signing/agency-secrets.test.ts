import { describe, expect, test } from '@jest/globals';

import { readAgencySecrets, requireSecrets } from '../../../src/authorization/index.ts';

const [one, other] = ['a', 'b'].map((letter) => Buffer.from(letter.repeat(32)).toString('base64'));

describe('the secrets of agencies', () => {
  test('are each one agency’s, the first of several to sign with', async () => {
    const secrets = await readAgencySecrets({
      secrets: [`housing=${one}`, `housing=${one}`, `benefits=${other}`],
    });
    expect([...secrets.keys()]).toEqual(['housing', 'benefits']);
    expect(secrets.get('housing')).toHaveLength(2);
  });

  test('that two agencies share are refused: either could speak as the other', async () => {
    const reading = readAgencySecrets({ secrets: [`housing=${one}`, `benefits=${one}`] });
    await expect(reading).rejects.toMatchObject({ code: 'SIGNING_KEYS_UNREADABLE' });
  });

  test('are there for every agency that is asked, or the gateway says whose is not', async () => {
    const sources = { secretsFile: undefined, secrets: [`housing=${one}`] };
    const secrets = await readAgencySecrets(sources);
    expect(() => requireSecrets(['housing'], secrets, sources)).not.toThrow();
    expect(() => requireSecrets(['housing', 'justice'], secrets, sources)).toThrow(
      expect.objectContaining({
        code: 'SIGNING_KEYS_UNREADABLE',
        place: 'signing.secretsFile',
        message: expect.stringContaining('justice'),
      }),
    );
  });
});
