import { describe, expect, test } from '@jest/globals';

import { ask, sessionOf, signInWorld } from './world/sign-in-world.ts';

describe('signing in', () => {
  test('ends where it was to end, with a session that tells who it is', async () => {
    const { url, signIn } = await signInWorld();
    const { page, browser } = await signIn('caseworker-1', undefined, '/health/live?tab=2#top');
    expect([page.status, page.url.href]).toEqual([200, `${url}/health/live?tab=2#top`]);
    expect(await sessionOf(browser, url)).toMatchObject({
      subject: 'caseworker-1',
      name: 'Housing caseworker',
      agency: 'housing',
      roles: ['housing-caseworker'],
      purposesOfUse: ['HOUSING_PLACEMENT', 'COC'],
      residentId: null,
      steppedUpUntil: null,
    });
  });

  test('lets a page ask with its cookie and the token of its session', async () => {
    const { url, signIn } = await signInWorld();
    const { browser, csrfToken } = await signIn('caseworker-1');
    const headers = { 'x-csrf-token': csrfToken, 'purpose-of-use': 'COC' };
    expect(await ask(browser, url, headers)).toEqual({ status: 200, code: null });
  });
});
