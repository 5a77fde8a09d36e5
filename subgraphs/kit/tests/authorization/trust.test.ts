import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { afterEach, describe, expect, test } from '@jest/globals';
import { createLog, openDatabase, serveSubgraph } from '@resident-graph/subgraph-kit';

import { countedLibrary } from './counted-library.ts';
import { post, signed, tokenOf } from './gateway-of-the-test.ts';
import type { Sent } from './gateway-of-the-test.ts';
import { openGuarded } from './open-guarded.ts';
import type { Guarded } from './open-guarded.ts';
import { vectors } from './vectors.ts';

const opened: Guarded[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function open(...parameters: Parameters<typeof openGuarded>): Promise<Guarded> {
  const guarded = await openGuarded(...parameters);
  opened.push(guarded);
  return guarded;
}

const branches: Sent = { query: '{ libraryBranches }', claims: { permitted: ['library-branch'] } };

describe('only what the gateway sent just now is answered', () => {
  test('its request is, and whoever calls directly gets nothing', async () => {
    const { subgraph, reached } = countedLibrary();
    const { url } = await open(subgraph);
    const { body, headers } = signed(url, branches);
    const direct = await post(url, { headers: { 'content-type': 'application/json' }, body });
    expect(direct).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(reached()).toBe(0);
    expect(await post(url, { headers, body })).toEqual({
      status: 200,
      body: { data: { libraryBranches: ['Main'] } },
    });
  });

  test('a request is answered once, however often and however fast it is sent', async () => {
    const { subgraph, reached } = countedLibrary();
    const { url } = await open(subgraph);
    const once = signed(url, branches);
    const all = await Promise.all(Array.from({ length: 20 }, () => post(url, once)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await post(url, once)).toMatchObject({ status: 401 });
    expect(reached()).toBe(1);
  });

  test('what is altered on the way is refused even if it comes before the original, which then is answered', async () => {
    const { subgraph } = countedLibrary();
    const { url } = await open(subgraph);
    const { body, headers } = signed(url, branches);
    expect(await post(url, { headers, body: `${body} ` })).toMatchObject({ status: 401 });
    expect(await post(url, { headers, body })).toMatchObject({ status: 200 });
  });

  test('a body in pieces is the body that was signed, or refused', async () => {
    const { subgraph } = countedLibrary();
    const { url } = await open(subgraph);
    const { body, headers } = signed(url, branches);
    expect(await post(url, { headers, body: body.replace('Branches', 'branches'), pieces: 5 })).toMatchObject(
      { status: 401 },
    );
    expect(await post(url, { headers, body, pieces: 5 })).toMatchObject({ status: 200 });
  });

  test.each([
    'signature',
    'signature-input',
    'content-digest',
    'resident-graph-context',
    'resident-graph-decided',
  ])('a second header %s is refused', async (name) => {
    const { subgraph } = countedLibrary();
    const { url } = await open(subgraph);
    const { body, headers } = signed(url, { ...branches, decided: ['library-use'] });
    const raw = Object.entries({
      ...headers,
      host: new URL(url).host,
      'content-length': String(body.length),
    }).flat();
    expect(await post(url, { headers: [...raw, name, headers[name] ?? ''], body })).toMatchObject({
      status: 401,
    });
    expect(await post(url, { headers: raw, body })).toMatchObject({ status: 200 });
  });

  test('what was wrong is told to the log and not to whoever sent it', async () => {
    const { subgraph } = countedLibrary();
    const { url, log } = await open(subgraph);
    const refused = await post(url, signed(url, { ...branches, created: 1 }));
    expect(JSON.stringify(refused)).not.toContain('of now');
    expect(log.lines.join('')).toContain('not of now');
  });

  test('health is open to everybody', async () => {
    const { subgraph } = countedLibrary();
    const { url } = await open(subgraph);
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
  });
});

const at = (now: { time: number }) => ({ now: () => new Date(now.time) });

const sent = (now: { time: number }, epoch: number): Sent => {
  const created = Math.floor(now.time / 1000);
  return { created, claims: { iat: created, exp: created + 60, epoch } };
};

describe("the policy's epoch", () => {
  test('one that was overtaken two seconds ago is refused, and a newer one is not', async () => {
    const now = { time: Date.parse('2026-11-22T12:00:00Z') };
    const { url } = await open(countedLibrary().subgraph, at(now));
    const status = async (epoch: number) => (await post(url, signed(url, sent(now, epoch)))).status;
    expect([await status(7), await status(8), await status(7)]).toEqual([200, 200, 200]);
    now.time += 2001;
    expect([await status(7), await status(8), await status(9)]).toEqual([401, 200, 200]);
  });

  test('a stranger cannot overtake it', async () => {
    const now = { time: Date.parse('2026-11-22T12:00:00Z') };
    const { url } = await open(countedLibrary().subgraph, at(now));
    const created = Math.floor(now.time / 1000);
    const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const key = { ...vectors.gatewayKey, d: d ?? '', x: x ?? '' };
    const token = tokenOf({ ...vectors.claims, iat: created, exp: created + 60, epoch: 99 }, key);
    expect(await post(url, signed(url, { token, created }))).toMatchObject({ status: 401 });
    now.time += 3000;
    expect(await post(url, signed(url, sent(now, 7)))).toMatchObject({ status: 200 });
  });
});

type Key = Readonly<Record<'kty' | 'crv' | 'x' | 'd' | 'kid', string>>;

const fresh = (kid: string): Key => {
  const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { ...(key as Key), kid };
};

const setOf = (...keys: readonly Key[]): string =>
  JSON.stringify({ keys: keys.map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid })) });

describe("the gateway's keys", () => {
  test('a key that takes the place of another is known as soon as it signs', async () => {
    const now = { time: Date.now() };
    const { url, keysFile } = await open(countedLibrary().subgraph, { now: () => new Date(now.time) });
    const next = fresh('gateway-2');
    expect(await post(url, signed(url, { key: next }))).toMatchObject({ status: 401 });
    await writeFile(keysFile, setOf(next));
    now.time += 2001;
    expect(await post(url, signed(url, { key: next }))).toMatchObject({ status: 200 });
    expect(await post(url, signed(url))).toMatchObject({ status: 401 });
  });

  test('a file that has become unreadable leaves the keys that are known', async () => {
    const now = { time: Date.now() };
    const { url, keysFile } = await open(countedLibrary().subgraph, { now: () => new Date(now.time) });
    await writeFile(keysFile, 'no keys');
    now.time += 2001;
    expect(await post(url, signed(url, { key: fresh('gateway-2') }))).toMatchObject({ status: 401 });
    expect(await post(url, signed(url))).toMatchObject({ status: 200 });
  });

  test('a private key among the published is no key', async () => {
    const { url, keysFile } = await open(countedLibrary().subgraph);
    const key = fresh('gateway-2');
    await writeFile(keysFile, JSON.stringify({ keys: [key] }));
    expect(createPrivateKey({ key, format: 'jwk' }).asymmetricKeyType).toBe('ed25519');
    expect(await post(url, signed(url, { key }))).toMatchObject({ status: 401 });
  });

  test('where it is agreed on, requests are signed by the key, and one by the secret is refused', async () => {
    const { url } = await open(countedLibrary().subgraph, { signatures: 'ed25519' });
    expect(await post(url, signed(url, { ...branches, algorithm: 'ed25519' }))).toMatchObject({
      status: 200,
    });
    expect(await post(url, signed(url, branches))).toMatchObject({ status: 401 });
  });

  test('a secret that takes the place of another verifies beside it', async () => {
    const { url } = await open(countedLibrary().subgraph, { secrets: [vectors.otherSecret, vectors.secret] });
    expect(await post(url, signed(url))).toMatchObject({ status: 200 });
  });
});

describe('behind a proxy', () => {
  test('the target is the address under which the gateway asks', async () => {
    const { url } = await open(countedLibrary().subgraph, { publicUrl: 'https://library.example' });
    expect(await post(url, signed('https://library.example/graphql'))).toMatchObject({ status: 200 });
    expect(await post(url, signed(url))).toMatchObject({ status: 401 });
  });
});

describe('at the start', () => {
  const database = openDatabase('sqlite::memory:');
  const { subgraph } = countedLibrary();
  const log = createLog('silent');
  const secrets = [vectors.secret];
  afterEach(() => database.destroy());

  test.each([
    ['nobody who may ask', {}, '--gateway-keys'],
    ['keys that cannot be read', { gateway: { keys: '/no/such/file', secrets } }, '--gateway-keys'],
    [
      'keys from an address in clear text',
      { gateway: { keys: 'http://gateway.example/keys', secrets } },
      '--gateway-keys',
    ],
    ['no secret', { gateway: { keys: '/no/such/file', secrets: [] } }, '--gateway-secret-file'],
    [
      'a secret that is too short',
      { gateway: { keys: '/no/such/file', secrets: ['c2hvcnQ='] } },
      'the secret',
    ],
    [
      'clocks that differ by a minute',
      { gateway: { keys: '/no', secrets, clockSkewSeconds: 60 } },
      '--clock-skew',
    ],
  ])('%s is refused by name', async (_what, admission, place) => {
    await expect(serveSubgraph(subgraph, { database, log, ...admission })).rejects.toMatchObject({
      name: 'ConfigurationError',
      place: expect.stringContaining(place),
    });
  });

  test('whoever calls directly is answered where development allows it, with a warning, and a forged signature is not', async () => {
    const { url, keysFile } = await open(subgraph);
    expect(await post(url, signed(url))).toMatchObject({ status: 200 });
    const warned: string[] = [];
    const running = await serveSubgraph(subgraph, {
      database,
      log: {
        ...log,
        info: () => undefined,
        warn: (...entry: unknown[]) => void warned.push(String(entry[1])),
      } as never,
      allowUnsigned: true,
      gateway: { keys: keysFile, secrets },
    });
    const { body, headers } = signed(running.url, { query: '{ libraryBranches }' });
    const direct = await post(running.url, { headers: { 'content-type': 'application/json' }, body });
    const forged = await post(running.url, { headers: { ...headers, signature: 'gateway=:AAAA:' }, body });
    await running.close();
    expect(direct).toMatchObject({ status: 200, body: { data: { libraryBranches: ['Main'] } } });
    expect(forged).toMatchObject({ status: 401 });
    expect(warned.join(' ')).toContain('without a signature');
  });
});
