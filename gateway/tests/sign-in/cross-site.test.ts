import { describe, expect, test } from '@jest/globals';

import { withSessions } from '../../src/authentication/index.ts';
import { failure } from '../../src/errors/index.ts';
import { askedBy, origin, ownPage, signedIn, signInParts } from './world/sign-in-parts.ts';

describe('a request with the cookie of a session', () => {
  test.each<[string, Record<string, string>, string]>([
    ['is answered to a page of this gateway', {}, 'caseworker-1'],
    ['is answered when the browser says so too', { origin, 'sec-fetch-site': 'same-origin' }, 'caseworker-1'],
    ['is refused without the token of the session', { 'x-csrf-token': '' }, 'CSRF_REFUSED'],
    ['is refused with a wrong one', { 'x-csrf-token': 'a'.repeat(43) }, 'CSRF_REFUSED'],
    ['is refused with one of other letters', { 'x-csrf-token': 'ä'.repeat(43) }, 'CSRF_REFUSED'],
    ['is refused to a page of another site', { 'sec-fetch-site': 'cross-site' }, 'CSRF_REFUSED'],
    ['is refused to a page of another host of the domain', { 'sec-fetch-site': 'same-site' }, 'CSRF_REFUSED'],
    ['is refused to an address that was typed', { 'sec-fetch-site': 'none' }, 'CSRF_REFUSED'],
    ['is refused to another origin', { origin: 'https://attacker.example' }, 'CSRF_REFUSED'],
    ['is refused to another port', { origin: 'http://127.0.0.1:4001' }, 'CSRF_REFUSED'],
    ['is refused to an origin that hides', { origin: 'null' }, 'CSRF_REFUSED'],
    ['is refused for a purpose that the person has not', { 'purpose-of-use': 'TREAT' }, 'FORBIDDEN'],
  ])('%s', async (_, more, expected) => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    expect(await askedBy(parts, { ...headers, ...more })).toBe(expected);
  });

  test("is refused with the token of somebody else's session", async () => {
    const parts = await signInParts();
    const [own, others] = [await signedIn(parts), await signedIn(parts, 'counselor-1')];
    const { 'x-csrf-token': token = '' } = await ownPage(parts, others);
    expect(await askedBy(parts, { cookie: own, 'x-csrf-token': token })).toBe('CSRF_REFUSED');
  });

  test('that comes twice is the cookie of nobody', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    const planted = `__Host-session=${'a'.repeat(43)}; ${headers['cookie']}`;
    expect(await askedBy(parts, { ...headers, cookie: planted })).toBe('UNAUTHENTICATED');
  });

  test.each(['extend', 'end'] as const)('to %s the session needs the token too', async (name) => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    const decision = await parts.sessions[name]({ cookie });
    expect(decision.kind === 'refused' ? decision.failure.code : '').toBe('CSRF_REFUSED');
    expect(await askedBy(parts, await ownPage(parts, cookie))).toBe('caseworker-1');
  });

  test('and with a bearer token is decided by the token alone', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    const refusing = {
      authenticate: async () => ({ kind: 'refused' as const, failure: failure('UNAUTHENTICATED') }),
    };
    const { authenticate } = withSessions(refusing, parts.sessions);
    expect((await authenticate({ ...headers, authorization: 'Bearer x' })).kind).toBe('refused');
    expect((await authenticate(headers)).kind).toBe('caller');
  });
});
