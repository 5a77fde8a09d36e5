import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { smallSupergraph } from '../world/fake-engine.ts';
import { runningGateway } from '../world/running-gateway.ts';

const agency = (name: string) => ({ name, url: `http://127.0.0.1:9/${name}` });

test('an agency without a secret is not taken over while the gateway runs, and the former supergraph serves on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'new-agency-'));
  const keyFile = join(folder, 'key.json');
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(keyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'one' }));
  const { source, ask, stop } = await runningGateway({
    'authorization.enforce': 'true',
    'authorization.database': `sqlite:${join(folder, 'governance.sqlite')}`,
    'signing.keyFile': keyFile,
    'signing.secrets': `housing=${randomBytes(32).toString('base64')}`,
  });
  const added = 'extend type Query { added: String }';
  const withAgencies = (...names: readonly string[]) => ({
    ...smallSupergraph(names.join(' '), added),
    agencies: names.map(agency),
  });
  const knowsTheField = async (): Promise<boolean> => {
    const { body } = await ask('{ added }');
    return body.errors?.[0]?.extensions.code !== 'GRAPHQL_VALIDATION_FAILED';
  };
  await expect(source.change(withAgencies('housing', 'justice'))).rejects.toMatchObject({
    code: 'SIGNING_KEYS_UNREADABLE',
    message: 'No secret is shared with justice.',
  });
  expect(await knowsTheField()).toBe(false);
  await source.change(withAgencies('housing'));
  expect(await knowsTheField()).toBe(true);
  await stop();
  await rm(folder, { recursive: true });
});
