import { describe, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';

import { newPair } from './world/provider.ts';
import type { SignInParts } from './world/sign-in-parts.ts';
import { arrived, outcomeOf, signedIn, signInParts } from './world/sign-in-parts.ts';

const isSession = /^__Host-session=[A-Za-z0-9_-]{43}$/;

function later(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

function unsigned(claims: JWTPayload): string {
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe("the provider's answer", () => {
  test('that is as it should be makes a session', async () => {
    expect(await signedIn(await signInParts())).toMatch(isSession);
  });

  test('counts once: a code that is replayed makes no second session', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toMatch(isSession);
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toBe('SIGN_IN_FAILED');
  });

  test('counts once where two processes are given it at the same time', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    const both = await Promise.all([1, 2].map(() => parts.signIn.complete({ cookie }, query)));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['redirect', 'refused']);
  });

  test('a code that another browser has used is refused by the provider', async () => {
    const parts = await signInParts();
    const first = await arrived(parts);
    await parts.signIn.complete({ cookie: first.cookie }, first.query);
    const second = await arrived(parts);
    second.query.set('code', first.query.get('code') ?? '');
    expect(outcomeOf(await parts.signIn.complete({ cookie: second.cookie }, second.query))).toBe(
      'SIGN_IN_FAILED',
    );
  });

  test('is of use to the browser alone that began: nobody is signed in as somebody else by a link', async () => {
    const parts = await signInParts();
    const attacker = await arrived(parts);
    const victim = await arrived(parts);
    const outcomes = [
      await parts.signIn.complete({ cookie: victim.cookie }, attacker.query),
      await parts.signIn.complete({}, attacker.query),
    ];
    expect(outcomes.map(outcomeOf)).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED']);
  });

  test('is still awaited after a link of another site has led to the same address', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    for (const foreign of ['', 'code=x', 'code=x&state=x', 'error=access_denied'])
      expect(outcomeOf(await parts.signIn.complete({ cookie }, new URLSearchParams(foreign)))).toBe(
        'SIGN_IN_FAILED',
      );
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toMatch(isSession);
  });

  test('too late is none', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    parts.pass(11);
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toBe('SIGN_IN_FAILED');
  });

  test.each([
    ['names another issuer (mix-up)', 'iss', 'https://attacker.example'],
    ['names no issuer (mix-up)', 'iss', null],
    ['has another state', 'state', 'x'],
    ['has no state', 'state', null],
    ['has no code', 'code', null],
    ['has another code', 'code', 'x'],
  ])('that %s is refused', async (_, name, value) => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    if (value === null) query.delete(name);
    else query.set(name, value);
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toBe('SIGN_IN_FAILED');
  });

  test('that the person was refused is told as that', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    query.delete('code');
    query.set('error', 'access_denied');
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toBe('SIGN_IN_FAILED');
  });
});

describe('an ID token', () => {
  test.each<[string, (claims: JWTPayload) => JWTPayload | string]>([
    ['for another application', (claims) => ({ ...claims, aud: 'another' })],
    ['of a foreign issuer', (claims) => ({ ...claims, iss: 'https://attacker.example' })],
    ['that has expired', (claims) => ({ ...claims, iat: later(-600), exp: later(-300) })],
    ['that begins in the future', (claims) => ({ ...claims, nbf: later(300) })],
    ['that was made in the future', (claims) => ({ ...claims, iat: later(300), exp: later(600) })],
    ['for another browser', (claims) => ({ ...claims, nonce: 'another' })],
    ['for no browser', ({ nonce: _nonce, ...claims }) => claims],
    ['without a signature', unsigned],
    ['that is none', () => 'x.y.z'],
    ['that says of no agency', (claims) => ({ ...claims, agency: undefined })],
    ['that says of no role', (claims) => ({ ...claims, roles: 'housing-caseworker' })],
  ])('%s makes no session', async (_, change) => {
    const parts = await signInParts();
    parts.provider.tell(change);
    expect(await signedIn(parts)).toBe('SIGN_IN_FAILED');
  });

  test('signed with a key that the provider does not publish makes no session', async () => {
    const parts = await signInParts();
    parts.provider.signWith(await newPair('first'));
    expect(await signedIn(parts)).toBe('SIGN_IN_FAILED');
  });

  test('signed with a new key that the provider publishes counts at once', async () => {
    const parts = await signInParts();
    await signedIn(parts);
    parts.provider.rotate(await newPair('second'));
    expect(await signedIn(parts)).toMatch(isSession);
  });

  test("can't make another application of the gateway's page", async () => {
    const parts = await signInParts();
    parts.provider.tell((claims) => ({ ...claims, client_id: 'enclave' }));
    const cookie = await signedIn(parts);
    expect(await applicationOf(parts, cookie)).toBe('client-view');
  });
});

async function applicationOf({ sessions }: SignInParts, cookie: string): Promise<string> {
  const view = await sessions.view({ cookie });
  if (view.kind === 'refused') throw view.failure;
  const decision = await sessions.authenticate({ cookie, 'x-csrf-token': view.session.csrfToken });
  return decision.kind === 'caller' ? decision.caller.application : decision.failure.code;
}

describe('a provider that is down', () => {
  test('is told as that before anybody is sent there', async () => {
    const parts = await signInParts();
    await parts.provider.close();
    const begun = await parts.signIn.begin('/');
    expect(begun.kind === 'refused' ? begun.failure.code : '').toBe('IDENTITY_PROVIDER_UNAVAILABLE');
  });

  test('is told as that when somebody comes back', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    await parts.provider.close();
    expect(outcomeOf(await parts.signIn.complete({ cookie }, query))).toBe('IDENTITY_PROVIDER_UNAVAILABLE');
  });
});
