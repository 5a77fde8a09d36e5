import { afterAll, describe, expect, test } from '@jest/globals';

import { createGateway, loadConfig } from '../src/index.ts';
import { createLogger } from '../src/telemetry/index.ts';
import { threeAgenciesFile } from './fixtures/three-agencies.ts';
import { audience, identityProvider, issuer } from './world/tokens.ts';

const closers: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(closers.map(async (close) => close()));
});

describe('a gateway of its own parts', () => {
  test('starts from a file of subgraphs, and answers although no agency can be reached', async () => {
    const identity = await identityProvider();
    const { url } = await started({ 'authentication.jwksFile': identity.keysFile });
    const headers = { authorization: `Bearer ${await identity.token()}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ resident(id: "r1") { name } }' });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      data: { resident: null },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'people' } }],
    });
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
  });

  test('does not start without keys, and leaves nothing behind', async () => {
    await expect(started({ 'authentication.jwksFile': '/nowhere/keys.json' })).rejects.toMatchObject({
      code: 'KEYS_UNREADABLE',
    });
  });

  test('does not start on a port that is taken', async () => {
    const identity = await identityProvider();
    const keys = { 'authentication.jwksFile': identity.keysFile };
    const { port } = new URL((await started(keys)).url);
    await expect(started({ ...keys, 'http.port': port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('can be stopped before it was started, and twice', async () => {
    const gateway = createGateway(configOf({ 'authentication.jwksFile': 'keys.json' }));
    await gateway.stop();
    await gateway.stop();
  });
});

function configOf(flags: Record<string, string>): Parameters<typeof createGateway>[0] {
  const fixed = {
    'authentication.issuer': issuer,
    'authorization.enforce': 'false',
    'authentication.audience': audience,
    'http.port': '0',
    'supergraph.file': threeAgenciesFile,
    'supergraph.watch': 'false',
  };
  const decision = loadConfig({ flags: { ...fixed, ...flags } });
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.problems));
  return decision.config;
}

async function started(flags: Record<string, string>): Promise<{ readonly url: string }> {
  const gateway = createGateway(configOf(flags), { log: createLogger('silent') });
  closers.push(gateway.stop);
  return gateway.start();
}
