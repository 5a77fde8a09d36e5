import { networkInterfaces } from 'node:os';

import { afterEach, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';

import { demonstrationAccounts, freePorts } from '../../../scripts/demo/index.ts';
import type { Client } from '../../../scripts/demo/identity-provider/index.ts';
import { startIdentityProvider } from '../../../scripts/demo/identity-provider/index.ts';
import { openAuthenticator } from '../../src/authentication/index.ts';
import { loadConfig } from '../../src/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import type { Pair } from './world/provider.ts';
import { newPair } from './world/provider.ts';

const closers: (() => Promise<void>)[] = [];
const { NODE_ENV: environment } = process.env;

afterEach(async () => {
  if (environment === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = environment;
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Provider {
  readonly issuer: string;
  readonly own: Pair;
  readonly application: Pair;
}

async function started(): Promise<Provider> {
  const [port = 0] = await freePorts(1);
  const [own, application] = await Promise.all([newPair('own'), newPair('application')]);
  const client: Client = {
    id: 'eligibility',
    keys: { keys: [application.publishedForAll] },
    redirectUris: [],
    signOutUris: [],
    ownClaims: { agency: 'benefits', roles: ['snap-eligibility-worker'] },
    scopes: ['purpose:ELIGVER', 'purpose:ELIGDTRM'],
  };
  const keys = { signing: () => own, published: () => ({ keys: [own.published] }) };
  const accounts = demonstrationAccounts('r1');
  const provider = await startIdentityProvider({
    port,
    keys,
    audience: 'resident-graph',
    accounts,
    clients: [client],
  });
  closers.push(provider.close);
  return { issuer: provider.issuer, own, application };
}

describe('the identity provider for development', () => {
  test('does not start in production', async () => {
    process.env['NODE_ENV'] = 'production';
    await expect(started()).rejects.toThrow('production');
  });

  test('answers on the own machine alone', async () => {
    const { issuer } = await started();
    const { port } = new URL(issuer);
    const addresses = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    const reached = await Promise.allSettled(
      addresses.map((one) => fetch(`http://${one?.address}:${port}/jwks`)),
    );
    expect(reached.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    expect((await fetch(`${issuer}/jwks`)).status).toBe(200);
  });

  test('vouches nowhere in production: a gateway there takes no provider over http', () => {
    const flags = {
      'authentication.issuer': 'i',
      'authentication.audience': 'a',
      'authentication.jwksFile': 'keys.json',
      'signIn.issuer': 'http://127.0.0.1:4100',
      'signIn.publicUrl': 'https://graph.example',
    };
    expect(loadConfig({ flags }).kind).toBe('loaded');
    const decision = loadConfig({ flags, environment: { NODE_ENV: 'production' } });
    expect(decision).toMatchObject({ kind: 'refused', problems: [{ key: 'signIn.issuer' }] });
  });

  test.each([
    ['a provider over http elsewhere', { 'signIn.issuer': 'http://provider.example' }, 'signIn.issuer'],
    ['no address for browsers', { 'signIn.publicUrl': undefined }, 'signIn.publicUrl'],
    ['an address over http elsewhere', { 'signIn.publicUrl': 'http://graph.example' }, 'signIn.publicUrl'],
    ['scopes without openid', { 'signIn.scopes': 'profile' }, 'signIn.scopes'],
    [
      'a key and a secret',
      { 'signIn.clientKeyFile': 'k', 'signIn.clientSecretFile': 's' },
      'signIn.clientSecretFile',
    ],
    ['no database', { 'authorization.enforce': 'false' }, 'signIn.issuer'],
  ])('%s is a problem of the configuration', (_, more, key) => {
    const flags = {
      'authentication.issuer': 'i',
      'authentication.audience': 'a',
      'authentication.jwksFile': 'keys.json',
      'signIn.issuer': 'https://provider.example',
      'signIn.publicUrl': 'https://graph.example',
      ...more,
    };
    expect(loadConfig({ flags })).toMatchObject({ kind: 'refused', problems: [{ key }] });
  });

  test('has an account for every role that it describes', () => {
    const accounts = demonstrationAccounts('r1');
    const roles = accounts.flatMap(({ claims }) => claims['roles'] as readonly string[]);
    expect(new Set(roles)).toEqual(
      new Set([
        'housing-caseworker',
        'snap-eligibility-worker',
        'sud-counselor',
        'probation-officer',
        'emergency-physician',
        'resident',
        'privacy-officer',
        'data-steward',
        'researcher',
        'system-administrator',
      ]),
    );
    expect(new Set(accounts.map(({ subject }) => subject)).size).toBe(accounts.length);
  });
});

async function tokenFor(
  { issuer }: Provider,
  assertion: string,
  scope?: string,
): Promise<Readonly<Record<string, string | number>>> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...(scope !== undefined && { scope }),
  });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body });
  return (await response.json()) as Readonly<Record<string, string | number>>;
}

async function assertionOf(
  { issuer, application }: Provider,
  changes: { readonly key?: Pair; readonly claims?: object } = {},
): Promise<string> {
  return new SignJWT({ jti: Math.random().toString(), ...changes.claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: application.id })
    .setIssuer('eligibility')
    .setSubject('eligibility')
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign((changes.key ?? application).privateKey);
}

describe('an application', () => {
  test('gets a short token by its key, which the gateway takes for the purposes of its scopes', async () => {
    const provider = await started();
    const answer = await tokenFor(provider, await assertionOf(provider), 'purpose:ELIGVER');
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'purpose:ELIGVER' });
    const { authenticate } = await openAuthenticator({
      issuer: provider.issuer,
      audience: 'resident-graph',
      algorithms: ['EdDSA'],
      tokenTypes: ['at+jwt'],
      clockToleranceSeconds: 5,
      tokenCacheSize: 10,
      keys: { url: `${provider.issuer}/jwks` },
      log: silentLog,
    });
    const headers = { authorization: `Bearer ${answer['access_token']}` };
    expect(await authenticate(headers)).toMatchObject({
      kind: 'caller',
      purposeOfUse: 'ELIGVER',
      caller: {
        subject: 'eligibility',
        application: 'eligibility',
        agency: 'benefits',
        roles: ['snap-eligibility-worker'],
        purposesOfUse: ['ELIGVER'],
      },
    });
    const other = await authenticate({ ...headers, 'purpose-of-use': 'ELIGDTRM' });
    expect(other).toMatchObject({ kind: 'refused', failure: { code: 'FORBIDDEN' } });
  });

  test.each<[string, (provider: Provider) => Promise<readonly [string, string?]>, string]>([
    [
      'with a scope that it may not have',
      async (p) => [await assertionOf(p), 'purpose:TREAT'],
      'invalid_scope',
    ],
    [
      'with a key of its own making',
      async (p) => [await assertionOf(p, { key: await newPair('x') })],
      'invalid_client',
    ],
    [
      'with an assertion for another provider',
      async (p) => [await assertionOf({ ...p, issuer: 'https://x.example' })],
      'invalid_client',
    ],
    ['with nothing', async () => [''], 'invalid_client'],
  ])('%s gets none', async (_, ask, code) => {
    const provider = await started();
    const [assertion, scope] = await ask(provider);
    expect(await tokenFor(provider, assertion, scope)).toMatchObject({ error: code });
  });

  test('gets one token for an assertion, and none when it is replayed', async () => {
    const provider = await started();
    const assertion = await assertionOf(provider);
    expect(await tokenFor(provider, assertion)).toHaveProperty('access_token');
    expect(await tokenFor(provider, assertion)).toMatchObject({ error: 'invalid_client' });
  });
});
