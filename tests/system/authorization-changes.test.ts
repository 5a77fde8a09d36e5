import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  factsOfSixCallers,
  showcaseResidentId,
  sixCallers,
  sixCallersQuery,
} from '../../scripts/demo/index.ts';
import {
  startAuthorizedEnvironment,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';

const packaged = fileURLToPath(new URL('../../gateway/agreements', import.meta.url));
const residentId = showcaseResidentId(1);

describe('what is shown', () => {
  let folder: string;
  let environment: AuthorizedEnvironment;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-agreements-'));
    await cp(packaged, folder, { recursive: true });
    environment = await startAuthorizedEnvironment({
      residents: 20,
      flags: { 'authorization.agreements': folder },
    });
    await environment.importFacts(factsOfSixCallers(residentId));
  }, 120_000);

  afterAll(async () => {
    await environment.close();
    await rm(folder, { recursive: true, force: true });
  });

  const askAs = (name: string): Promise<AuthorizedAnswer> => {
    const asking = sixCallers(residentId).find((one) => one.name === name);
    if (!asking) throw new Error(`Nobody is called ${name}.`);
    return environment.ask(asking, sixCallersQuery(residentId));
  };

  /** Asks until the part is withheld; in vain for two seconds, that is a failure. */
  const untilWithheld = async (name: string, part: string): Promise<AuthorizedAnswer> => {
    const end = Date.now() + 2000;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await askAs(name);
      const { resident } = answer.data as { resident: Readonly<Record<string, unknown>> };
      if (resident[part] === null) return answer;
      if (Date.now() > end) throw new Error(`${part} is still shown.`);
      // oxlint-disable-next-line no-await-in-loop
      await pause(50);
    }
  };

  test('ends with the consent and the treatment, at the next request', async () => {
    const name = 'SUD counselor, consent on file';
    expect(JSON.stringify(await askAs(name))).toContain('admissionDate');
    const { consents, relationships } = factsOfSixCallers(residentId);
    const validUntil = new Date('2026-02-01T00:00:00Z');
    await environment.importFacts({
      consents: consents.map((consent) => ({ ...consent, validUntil })),
      relationships: relationships.map((one) => (one.kind === 'treating' ? { ...one, validUntil } : one)),
    });
    expect(JSON.stringify(await askAs(name))).not.toContain('admissionDate');
  });

  test('ends with the agreement, without a restart', async () => {
    const name = 'housing caseworker, resident on the caseload';
    expect((await askAs(name)).data).toMatchObject({ resident: { housing: expect.anything() } });
    const file = join(folder, 'housing-own-use.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('status: in-force', 'status: suspended'));
    const answer = await untilWithheld(name, 'housing');
    const [told] = (answer.errors ?? []).filter(({ path }) => path?.join('.') === 'resident.housing');
    expect(told?.extensions).toMatchObject({ code: 'FIELD_WITHHELD', category: 'housing-enrollment' });
  });
});
