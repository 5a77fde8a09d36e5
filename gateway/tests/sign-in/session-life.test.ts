import { describe, expect, test } from '@jest/globals';

import type { SignInParts } from './world/sign-in-parts.ts';
import {
  answerOf,
  arrived,
  askedBy,
  cookieOf,
  outcomeOf,
  ownPage,
  signedIn,
  signInParts,
  viewOf,
} from './world/sign-in-parts.ts';

const isSession = /^__Host-session=[A-Za-z0-9_-]{43}$/;

describe('the caller of a session', () => {
  test('is one object for all its requests, as long as the same is known of them, and nobody else’s', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    const others = await ownPage(parts, await signedIn(parts));
    const callerBy = async (sent: typeof headers) => {
      const decision = await parts.sessions.authenticate(sent);
      return decision.kind === 'caller' ? decision.caller : decision;
    };
    const first = await callerBy(headers);
    expect(first).toMatchObject({ subject: 'caseworker-1', needsStepUp: true });
    expect(await callerBy(headers)).toBe(first);
    // The same person in another browser: the same is known.
    expect(await callerBy(others)).toBe(first);
    parts.pass(500);
    expect(await callerBy(headers)).not.toBe(first);
  });
});

describe('a session that is not used', () => {
  test('goes on for as long as it may be idle, and then is over', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    parts.pass(14);
    expect(await askedBy(parts, headers)).toBe('caseworker-1');
    parts.pass(14);
    expect(await askedBy(parts, headers)).toBe('caseworker-1');
    parts.pass(15);
    expect(await askedBy(parts, headers)).toBe('UNAUTHENTICATED');
  });

  test('is not kept up by a page that only looks how long it has', async () => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    const headers = await ownPage(parts, cookie);
    parts.pass(14);
    expect(viewOf(await parts.sessions.view({ cookie }))).toMatchObject({ subject: 'caseworker-1' });
    parts.pass(2);
    expect(await askedBy(parts, headers)).toBe('UNAUTHENTICATED');
  });

  test('is kept up by a person who says so, and then has its whole time again', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    parts.pass(14);
    const view = viewOf(await parts.sessions.extend(headers));
    if (typeof view === 'string') throw new Error(view);
    expect(view.idleEndsAt.getTime() - view.now.getTime()).toBe(15 * 60_000);
  });

  test('is not brought back by saying so once it is over', async () => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    const headers = await ownPage(parts, cookie);
    parts.pass(16);
    expect(viewOf(await parts.sessions.extend(headers))).toBe('UNAUTHENTICATED');
    expect(viewOf(await parts.sessions.view({ cookie }))).toBe('UNAUTHENTICATED');
  });
});

describe('a session that is used all the time', () => {
  test('ends eight hours after signing in, and tells so before', async () => {
    const parts = await signInParts();
    const cookie = await signedIn(parts);
    const headers = await ownPage(parts, cookie);
    const began = viewOf(await parts.sessions.view({ cookie }));
    for (let minutes = 0; minutes < 470; minutes += 10) {
      parts.pass(10);
      // oxlint-disable-next-line no-await-in-loop -- each use comes after the one before
      expect(await askedBy(parts, headers)).toBe('caseworker-1');
    }
    const late = viewOf(await parts.sessions.extend(headers));
    if (typeof late === 'string' || typeof began === 'string') throw new Error('no session');
    expect(late.absoluteEndsAt).toEqual(began.absoluteEndsAt);
    expect(late.idleEndsAt).toEqual(late.absoluteEndsAt);
    parts.pass(10);
    expect(await askedBy(parts, headers)).toBe('UNAUTHENTICATED');
  });
});

describe('signing in', () => {
  test('gives a new session whatever the browser brought: none can be planted (fixation)', async () => {
    const parts = await signInParts();
    const planted = `__Host-session=${'a'.repeat(43)}`;
    const { cookie, query } = await arrived(parts);
    const given = outcomeOf(await parts.signIn.complete({ cookie: `${planted}; ${cookie}` }, query));
    expect(given).toMatch(isSession);
    expect(given).not.toBe(planted);
    expect(viewOf(await parts.sessions.view({ cookie: planted }))).toBe('UNAUTHENTICATED');
  });

  test('ends the session that the browser had', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    const { cookie, query } = await arrived(parts, 'counselor-1');
    const after = outcomeOf(await parts.signIn.complete({ cookie: `${before}; ${cookie}` }, query));
    expect(viewOf(await parts.sessions.view({ cookie: before }))).toBe('UNAUTHENTICATED');
    expect(viewOf(await parts.sessions.view({ cookie: after }))).toMatchObject({ subject: 'counselor-1' });
  });
});

describe('signing out', () => {
  test('ends the session in every tab', async () => {
    const parts = await signInParts();
    const headers = await ownPage(parts, await signedIn(parts));
    const ended = await parts.sessions.end(headers);
    expect(ended).toMatchObject({ kind: 'found', cookie: expect.stringContaining('Max-Age=0') });
    expect(await askedBy(parts, headers)).toBe('UNAUTHENTICATED');
  });

  test("goes on to end the provider's session, and comes back", async () => {
    const parts = await signInParts();
    const response = await fetch(await parts.signIn.signOutLocation(), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('http://127.0.0.1:4000/');
  });
});

async function steppedUp(parts: SignInParts, cookie: string, account = 'caseworker-1'): Promise<string> {
  const begun = await parts.signIn.stepUp({ cookie }, '/');
  if (begun.kind === 'refused') return begun.failure.code;
  const query = await answerOf(begun.location, account);
  const cookies = `${cookie}; ${cookieOf(begun.cookie)}`;
  return outcomeOf(await parts.signIn.complete({ cookie: cookies }, query));
}

async function needsStepUp(parts: SignInParts, cookie: string): Promise<boolean> {
  const decision = await parts.sessions.authenticate(await ownPage(parts, cookie));
  if (decision.kind === 'refused') throw decision.failure;
  return decision.caller.needsStepUp === true;
}

describe('a step-up', () => {
  test('makes a caller who may for five minutes do what needs it, under a new cookie', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    const after = await steppedUp(parts, before);
    expect(after).toMatch(isSession);
    expect(await needsStepUp(parts, after)).toBe(false);
    expect(viewOf(await parts.sessions.view({ cookie: before }))).toBe('UNAUTHENTICATED');
    parts.pass(5);
    expect(await needsStepUp(parts, after)).toBe(true);
    expect(viewOf(await parts.sessions.view({ cookie: after }))).toMatchObject({ steppedUpUntil: null });
  });

  test('is what signing in alone is not', async () => {
    const parts = await signInParts();
    expect(await needsStepUp(parts, await signedIn(parts))).toBe(true);
  });

  test('does not make the session longer', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    const view = viewOf(await parts.sessions.view({ cookie: before }));
    parts.pass(10);
    parts.provider.tell((claims) => ({ ...claims, auth_time: Number(claims['auth_time']) + 600 }));
    const after = viewOf(await parts.sessions.view({ cookie: await steppedUp(parts, before) }));
    if (typeof after === 'string' || typeof view === 'string') throw new Error('no session');
    expect(after.absoluteEndsAt).toEqual(view.absoluteEndsAt);
  });

  test('by another person ends the session', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    expect(await steppedUp(parts, before, 'counselor-1')).toBe('SIGN_IN_FAILED');
    expect(viewOf(await parts.sessions.view({ cookie: before }))).toBe('UNAUTHENTICATED');
  });

  test('for which the provider did not ask the person again is none', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    parts.provider.tell((claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 60 }));
    expect(await steppedUp(parts, before)).toBe('SIGN_IN_FAILED');
  });

  test('of which the provider does not say when it asked is none', async () => {
    const parts = await signInParts();
    const before = await signedIn(parts);
    parts.provider.tell((claims) => ({ ...claims, auth_time: undefined }));
    expect(await steppedUp(parts, before)).toBe('SIGN_IN_FAILED');
  });

  test('reaches one of the authentication contexts that are asked for', async () => {
    const parts = await signInParts({ stepUpAcrValues: ['phr', 'phrh'] });
    const before = await signedIn(parts);
    const after = await steppedUp(parts, before);
    expect(after).toMatch(isSession);
    parts.provider.tell((claims) => ({ ...claims, acr: 'password' }));
    expect(await steppedUp(parts, after)).toBe('SIGN_IN_FAILED');
  });

  test('needs a session', async () => {
    const parts = await signInParts();
    expect(await steppedUp(parts, `__Host-session=${'a'.repeat(43)}`)).toBe('UNAUTHENTICATED');
  });

  test('of one browser does not step up the session of another', async () => {
    const parts = await signInParts();
    const [own, others] = [await signedIn(parts), await signedIn(parts)];
    const begun = await parts.signIn.stepUp({ cookie: own }, '/');
    if (begun.kind === 'refused') throw begun.failure;
    const query = await answerOf(begun.location, 'caseworker-1');
    const cookies = `${others}; ${cookieOf(begun.cookie)}`;
    expect(outcomeOf(await parts.signIn.complete({ cookie: cookies }, query))).toBe('SIGN_IN_FAILED');
  });
});
