import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from '@jest/globals';
import { exportJWK, exportSPKI } from 'jose';

import type {
  AuthenticateDecision,
  Authenticator,
  AuthenticatorOptions,
} from '../../src/authentication/index.ts';
import { openAuthenticator } from '../../src/authentication/index.ts';
import type { Failure } from '../../src/errors/index.ts';
import type { Logger } from '../../src/telemetry/index.ts';
import { createLogger } from '../../src/telemetry/index.ts';
import type { IdentityProvider, TokenChanges } from '../world/tokens.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

async function authenticatorFor(
  { keysFile }: IdentityProvider,
  more: Partial<AuthenticatorOptions> = {},
): Promise<Authenticator> {
  return openAuthenticator({
    issuer,
    audience,
    algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    tokenTypes: ['at+jwt', 'JWT'],
    clockToleranceSeconds: 5,
    tokenCacheSize: 10,
    keys: { file: keysFile },
    log: createLogger('silent'),
    ...more,
  });
}

async function decisionOn(
  changes: TokenChanges,
  headers: Record<string, string> = {},
): Promise<AuthenticateDecision> {
  const identity = await identityProvider();
  const { authenticate } = await authenticatorFor(identity);
  return authenticate({ authorization: `Bearer ${await identity.token(changes)}`, ...headers });
}

function outcome(decision: AuthenticateDecision): string {
  return decision.kind === 'caller' ? `caller ${decision.purposeOfUse}` : decision.failure.code;
}

/** A log that keeps the codes of the failures that operators are told of. */
function recordingErrors(): Logger & { readonly codes: readonly string[] } {
  const codes: string[] = [];
  const error: Logger['error'] = (_, fields) =>
    void codes.push((fields?.error as Failure | undefined)?.code ?? 'none');
  return { ...createLogger('silent'), error, codes };
}

describe('a good token', () => {
  test('tells who calls', async () => {
    const decision = await decisionOn({});
    const caller = {
      subject: 'worker-1',
      agency: 'housing',
      roles: ['caseworker'],
      application: 'client-view',
      purposesOfUse: null,
      residentId: null,
      trainings: [],
      assuranceLevel: 1,
    };
    expect(decision).toEqual({ kind: 'caller', caller, purposeOfUse: null });
  });

  test.each(['EdDSA', 'ES256', 'RS256', 'PS256'])('may be signed by %s', async (algorithm) => {
    const identity = await identityProvider(algorithm);
    const { authenticate } = await authenticatorFor(identity);
    expect(outcome(await authenticate({ authorization: `bearer ${await identity.token()}` }))).toBe(
      'caller null',
    );
  });

  test('may be off by the tolerance of the clock and no more', async () => {
    expect(outcome(await decisionOn({ expiresIn: -2 }))).toBe('caller null');
    expect(outcome(await decisionOn({ expiresIn: -20 }))).toBe('UNAUTHENTICATED');
    expect(outcome(await decisionOn({ notBefore: 2 }))).toBe('caller null');
    expect(outcome(await decisionOn({ notBefore: 20 }))).toBe('UNAUTHENTICATED');
  });
});

describe('a token is refused', () => {
  test.each<[string, TokenChanges]>([
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['for another audience', { claims: { aud: 'somebody-else' } }],
    ['of another type', { header: { typ: 'id+jwt' } }],
    ['without a subject', { claims: { sub: '' } }],
    ['without an agency', { claims: { agency: undefined } }],
    ['whose roles are no list', { claims: { roles: 'caseworker' } }],
    ['without an application', { claims: { client_id: undefined } }],
    ['that names an unknown key', { header: { kid: 'other' } }],
  ])('%s', async (_, changes) => {
    expect(outcome(await decisionOn(changes))).toBe('UNAUTHENTICATED');
  });

  test('signed by another key of the same name', async () => {
    const [good, bad] = [await identityProvider(), await identityProvider()];
    const { authenticate } = await authenticatorFor(good);
    expect(outcome(await authenticate({ authorization: `Bearer ${await bad.token()}` }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('without a signature', async () => {
    const identity = await identityProvider();
    const { authenticate } = await authenticatorFor(identity);
    const [, payload] = (await identity.token()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    expect(outcome(await authenticate({ authorization: `Bearer ${header}.${payload}.` }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('signed with the public key as an HMAC secret', async () => {
    const identity = await identityProvider('RS256');
    const { authenticate } = await authenticatorFor(identity);
    const key = new TextEncoder().encode(await exportSPKI(identity.publicKey));
    const token = await identity.token({ key, header: { alg: 'HS256' } });
    expect(outcome(await authenticate({ authorization: `Bearer ${token}` }))).toBe('UNAUTHENTICATED');
  });

  test('signed by an algorithm that is not on the list', async () => {
    const identity = await identityProvider('ES256');
    const { authenticate } = await authenticatorFor(identity, { algorithms: ['EdDSA'] });
    expect(outcome(await authenticate({ authorization: `Bearer ${await identity.token()}` }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test.each(['', 'Bearer', 'Basic dXNlcjpwYXNz', 'Bearer a b', 'Bearer "x"'])(
    'that is none: %j',
    async (authorization) => {
      const { authenticate } = await authenticatorFor(await identityProvider());
      const decision = await authenticate({ authorization });
      expect(decision).toMatchObject({ kind: 'refused', challenge: 'Bearer realm="resident-graph"' });
    },
  );

  test('with a challenge that says that it was the token', async () => {
    const decision = await decisionOn({ expiresIn: -60 });
    const challenge =
      'Bearer realm="resident-graph", error="invalid_token", error_description="The token has expired."';
    expect(decision).toMatchObject({ kind: 'refused', challenge });
  });
});

describe('the purpose of use', () => {
  const restricted = { claims: { purposes_of_use: ['CAREMGT', 'COC'] } };

  test.each<[string, TokenChanges, string, string]>([
    ['is what the header states', {}, 'CAREMGT', 'caller CAREMGT'],
    ['is one that the token permits', restricted, 'COC', 'caller COC'],
    ['is refused if the token does not permit it', restricted, 'HLEGAL', 'FORBIDDEN'],
    ['is refused if it is no known code', {}, 'curiosity', 'BAD_REQUEST'],
    ['is refused if it is stated twice', {}, 'CAREMGT, COC', 'BAD_REQUEST'],
    ["is nobody's property name", {}, 'constructor', 'BAD_REQUEST'],
  ])('%s', async (_, changes, header, expected) => {
    expect(outcome(await decisionOn(changes, { 'purpose-of-use': header }))).toBe(expected);
  });

  test('is the only one that the token permits, if the header is missing', async () => {
    expect(outcome(await decisionOn({ claims: { purposes_of_use: ['COC'] } }))).toBe('caller COC');
    expect(outcome(await decisionOn(restricted))).toBe('caller null');
  });
});

describe('the keys', () => {
  test('are read again when their file changes', async () => {
    const [before, after] = [
      await identityProvider('EdDSA', 'one'),
      await identityProvider('EdDSA', 'three'),
    ];
    const { authenticate } = await authenticatorFor(before);
    const authorization = `Bearer ${await after.token()}`;
    expect(outcome(await authenticate({ authorization }))).toBe('UNAUTHENTICATED');
    await writeFile(
      before.keysFile,
      JSON.stringify({ keys: [{ ...(await exportJWK(after.publicKey)), kid: 'three' }] }),
    );
    expect(outcome(await authenticate({ authorization }))).toBe('caller null');
  });

  test('can come from an address, and let nobody in while it does not answer', async () => {
    const identity = await identityProvider();
    const keys = await readFile(identity.keysFile, 'utf8');
    const server = createServer((_, response) => response.setHeader('connection', 'close').end(keys));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    const headers = { authorization: `Bearer ${await identity.token()}` };
    const { authenticate } = await authenticatorFor(identity, { keys: { url } });
    expect(outcome(await authenticate(headers))).toBe('caller null');
    await new Promise((resolve) => server.close(resolve));
    const log = recordingErrors();
    const late = await authenticatorFor(identity, { keys: { url }, log });
    expect(outcome(await late.authenticate(headers))).toBe('UNAUTHENTICATED');
    expect(log.codes).toEqual(['KEYS_UNREADABLE']);
  });

  test('that have become unreadable let nobody in', async () => {
    const identity = await identityProvider();
    const { authenticate } = await authenticatorFor(identity);
    await rm(identity.keysFile);
    expect(outcome(await authenticate({ authorization: `Bearer ${await identity.token()}` }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test.each([
    ['a symmetric key', { kty: 'oct', k: 'c2VjcmV0' }],
    ['a private key', { kty: 'OKP', crv: 'Ed25519', x: 'AA', d: 'AA' }],
  ])('may not hold %s', async (_, key) => {
    const identity = await identityProvider();
    await writeFile(identity.keysFile, JSON.stringify({ keys: [key] }));
    await expect(authenticatorFor(identity)).rejects.toMatchObject({ code: 'KEYS_UNREADABLE' });
  });
});

describe('a verified token', () => {
  test('is remembered, for a minute at most', async () => {
    const identity = await identityProvider();
    const clock = { now: Date.now() };
    const { authenticate } = await authenticatorFor(identity, { now: () => new Date(clock.now) });
    const headers = { authorization: `Bearer ${await identity.token()}` };
    await authenticate(headers);
    await rm(identity.keysFile);
    clock.now += 59_000;
    expect(outcome(await authenticate(headers))).toBe('caller null');
    clock.now += 2000;
    expect(outcome(await authenticate(headers))).toBe('UNAUTHENTICATED');
  });

  test('is forgotten when it expires', async () => {
    const identity = await identityProvider();
    const clock = { now: Date.now() };
    const { authenticate } = await authenticatorFor(identity, { now: () => new Date(clock.now) });
    const headers = { authorization: `Bearer ${await identity.token({ expiresIn: 10 })}` };
    await authenticate(headers);
    clock.now += 20_000;
    expect(outcome(await authenticate(headers))).toBe('UNAUTHENTICATED');
  });

  test('is not mistaken for another that differs in the signature', async () => {
    const identity = await identityProvider();
    const { authenticate } = await authenticatorFor(identity);
    const token = await identity.token();
    await authenticate({ authorization: `Bearer ${token}` });
    const [header, payload, signature = ''] = token.split('.');
    const altered = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expect(outcome(await authenticate({ authorization: `Bearer ${altered}` }))).toBe('UNAUTHENTICATED');
  });

  test('leaves when more are known than the cache may hold', async () => {
    const identity = await identityProvider();
    const { authenticate } = await authenticatorFor(identity, { tokenCacheSize: 1 });
    const first = { authorization: `Bearer ${await identity.token()}` };
    await authenticate(first);
    await authenticate({ authorization: `Bearer ${await identity.token({ claims: { sub: 'worker-2' } })}` });
    await rm(identity.keysFile);
    expect(outcome(await authenticate(first))).toBe('UNAUTHENTICATED');
  });
});
