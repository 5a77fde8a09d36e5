import { describe, expect, jest, test } from '@jest/globals';

import { newPair } from './world/provider.ts';
import type { SignInParts } from './world/sign-in-parts.ts';
import { signedIn, signInParts, viewOf } from './world/sign-in-parts.ts';
import { sessionOf, signInWorld } from './world/sign-in-world.ts';

const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const ordinary = { aud: 'client-view', jti: '1', events };

async function sessionOfProvider(parts: SignInParts, sid: string): Promise<string> {
  parts.provider.tell((claims) => ({ ...claims, sid }));
  return signedIn(parts);
}

async function told(parts: SignInParts, claims: object): Promise<string | null> {
  const failed = await parts.signIn.endedAtProvider(await parts.provider.sign({ ...ordinary, ...claims }));
  return failed?.code ?? null;
}

async function isOver({ sessions }: SignInParts, cookie: string): Promise<boolean> {
  return viewOf(await sessions.view({ cookie })) === 'UNAUTHENTICATED';
}

describe('what the provider says is over', () => {
  test('is over here: the one session that it names', async () => {
    const parts = await signInParts();
    const [first, second] = [await sessionOfProvider(parts, 's1'), await sessionOfProvider(parts, 's2')];
    expect(await told(parts, { sid: 's1', sub: 'caseworker-1' })).toBeNull();
    expect([await isOver(parts, first), await isOver(parts, second)]).toEqual([true, false]);
  });

  test('is over here: all sessions of the person that it names', async () => {
    const parts = await signInParts();
    const [first, second] = [await sessionOfProvider(parts, 's1'), await sessionOfProvider(parts, 's2')];
    expect(await told(parts, { sub: 'caseworker-1' })).toBeNull();
    expect([await isOver(parts, first), await isOver(parts, second)]).toEqual([true, true]);
  });

  test.each([
    ['for another application', { aud: 'another', sub: 'caseworker-1' }],
    ['of another issuer', { iss: 'https://attacker.example', sub: 'caseworker-1' }],
    ['that is an ID token', { nonce: 'n', sub: 'caseworker-1' }],
    ['without the event', { events: {}, sub: 'caseworker-1' }],
    ['that names nobody', {}],
  ])('is not what a token says %s', async (_, claims) => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    expect(await told(parts, claims)).toBe('BAD_REQUEST');
    expect(await isOver(parts, cookie)).toBe(false);
  });

  test('is not what somebody else signs', async () => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    parts.provider.signWith(await newPair('first'));
    expect(await told(parts, { sub: 'caseworker-1' })).toBe('BAD_REQUEST');
    expect(await isOver(parts, cookie)).toBe(false);
  });

  test('is told again where the keys of the provider could not be read', async () => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    const token = await parts.provider.sign({ ...ordinary, sub: 'caseworker-1' });
    await parts.provider.close();
    expect((await parts.signIn.endedAtProvider(token))?.code).toBe('IDENTITY_PROVIDER_UNAVAILABLE');
    expect(await isOver(parts, cookie)).toBe(false);
  });

  test('reads the keys of the provider once, and not at all for what does not claim to be of it', async () => {
    const parts = await signInParts();
    await signedIn(parts);
    const fetched = jest.spyOn(globalThis, 'fetch');
    await told(parts, { aud: 'another', sub: 'caseworker-1' });
    expect(fetched).not.toHaveBeenCalled();
    for (const sub of ['a', 'b', 'c']) expect(await told(parts, { sub })).toBeNull();
    parts.provider.signWith(await newPair('unknown'));
    for (const sub of ['a', 'b', 'c']) expect(await told(parts, { sub })).toBe('BAD_REQUEST');
    const reads = fetched.mock.calls.length;
    fetched.mockRestore();
    expect(reads).toBe(1);
  });

  test('is told over HTTP without a browser', async () => {
    const { url, provider, signIn } = await signInWorld();
    const { browser } = await signIn('caseworker-1');
    const token = await provider.sign({ ...ordinary, sub: 'caseworker-1' });
    const tell = async (logoutToken: string): Promise<number> => {
      const body = new URLSearchParams({ logout_token: logoutToken });
      return (await fetch(`${url}/sign-in/back-channel`, { method: 'POST', body })).status;
    };
    expect(await tell('nonsense')).toBe(400);
    expect(await sessionOf(browser, url)).not.toBeNull();
    expect(await tell(token)).toBe(200);
    expect(await sessionOf(browser, url)).toBeNull();
  });
});
