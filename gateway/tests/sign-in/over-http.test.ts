import { describe, expect, test } from '@jest/globals';
import knex from 'knex';

import { openBrowser } from './world/browser.ts';
import { ask, codeOf, sessionOf, signInWorld } from './world/sign-in-world.ts';

describe('over HTTP', () => {
  test('signing in ends where it was to end, with a session that tells who it is', async () => {
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

  test('a page asks with the cookie, in all processes of the gateway, until it signs out in any', async () => {
    const { url, signIn, another } = await signInWorld();
    const { browser, csrfToken } = await signIn('caseworker-1');
    const headers = { 'x-csrf-token': csrfToken, 'purpose-of-use': 'COC' };
    const other = await another();
    const cookie = `__Host-session=${browser.cookie(url, '__Host-session') ?? ''}`;
    const elsewhere = () => ask(openBrowser(), other.url, { ...headers, cookie });
    expect(await ask(browser, url, headers)).toEqual({ status: 200, code: null });
    expect(await elsewhere()).toEqual({ status: 200, code: null });
    const out = await browser.fetch(`${url}/sign-out`, { method: 'POST', headers });
    expect(await out.json()).toEqual({ location: expect.stringContaining('/end-session?') });
    expect(await elsewhere()).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    expect(browser.cookie(url, '__Host-session')).toBeUndefined();
    expect(await ask(browser, url, headers)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('while the database does not answer nobody is let in, and nobody is signed out', async () => {
    const { url, signIn, gateway, database } = await signInWorld();
    const { browser, csrfToken } = await signIn('caseworker-1');
    const headers = { 'x-csrf-token': csrfToken };
    const repair = await damage(database);
    expect(await ask(browser, url, headers)).toEqual({ status: 503, code: 'SESSIONS_UNAVAILABLE' });
    expect(await codeOf(await browser.fetch(`${url}/session`))).toBe('SESSIONS_UNAVAILABLE');
    expect((await browser.visit(`${url}/sign-in`)).status).toBe(503);
    expect(gateway.log.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
    await repair();
    expect(await ask(browser, url, headers)).toEqual({ status: 200, code: null });
  });

  test('cookies are out of reach of scripts, of other hosts and of forms of other sites', async () => {
    const { url } = await signInWorld();
    const response = await openBrowser().fetch(`${url}/sign-in`);
    const [cookie = ''] = response.headers.getSetCookie();
    const [pair, ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-sign-in=[A-Za-z0-9_-]{43}$/);
    expect(new Set(attributes)).toEqual(
      new Set(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax', 'Max-Age=600']),
    );
  });

  test('a browser that began under another name of the own machine is sent to the registered one', async () => {
    const { url } = await signInWorld();
    const { port } = new URL(url);
    const response = await openBrowser().fetch(`http://localhost:${port}/sign-in?return=/x`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `${url}/sign-in?return=/x`]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('a page that signing in did not succeed says nothing of the request', async () => {
    const { url } = await signInWorld();
    const { status, text } = await openBrowser().visit(`${url}/sign-in/callback?code=jane&state=doe<script>`);
    expect(status).toBe(403);
    expect(text).not.toMatch(/jane|doe|<script/);
    expect(text).toContain('href="/sign-in"');
  });

  test('the log tells neither who signs in nor what a browser carries', async () => {
    const { gateway, signIn, url } = await signInWorld();
    const { browser, csrfToken } = await signIn('caseworker-1');
    await ask(browser, url, { 'x-csrf-token': csrfToken });
    await browser.visit(`${url}/sign-in/callback?code=secret-code&state=x`);
    const secret = browser.cookie(url, '__Host-session') ?? 'none';
    const text = JSON.stringify(gateway.log);
    for (const word of ['caseworker-1', 'Housing caseworker', secret, csrfToken, 'secret-code'])
      expect(text).not.toContain(word);
  });

  test.each([
    ['POST', '/session', 'GET'],
    ['GET', '/sign-out', 'POST'],
    ['GET', '/session/extend', 'POST'],
    ['POST', '/sign-in', 'GET'],
  ])('%s %s is refused', async (method, path, allow) => {
    const { url } = await signInWorld();
    const response = await fetch(`${url}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });
});

/** Takes the tables away. @returns what puts them back */
async function damage(database: string): Promise<() => Promise<void>> {
  const file = database.slice('sqlite:'.length);
  const direct = knex({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });
  await direct.schema.renameTable('browser_sessions', 'taken_away');
  await direct.schema.renameTable('pending_sign_ins', 'taken_away_too');
  return async () => {
    await direct.schema.renameTable('taken_away', 'browser_sessions');
    await direct.schema.renameTable('taken_away_too', 'pending_sign_ins');
    await direct.destroy();
  };
}
