import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import knex from 'knex';

import { logFolder, nodeFileSystem } from '../../src/ledger/index.ts';
import { openBrowser } from './world/browser.ts';
import { answerOf, arrived, signInParts } from './world/sign-in-parts.ts';
import { signInWorld } from './world/sign-in-world.ts';

/** How many wait at the provider. */
async function waiting(database: string): Promise<number> {
  const filename = database.slice('sqlite:'.length);
  const connection = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  try {
    return (await connection('pending_sign_ins').select()).length;
  } finally {
    await connection.destroy();
  }
}

describe('who begins to sign in and never comes back', () => {
  test.each([
    ['one source', { 'signIn.maximumPerMinutePerSource': '3' }],
    ['all together', { 'signIn.maximumPerMinute': '3' }],
  ])('leaves no more than may be in a minute: %s', async (_, flags) => {
    const { url, database } = await signInWorld(flags);
    const begin = () => fetch(`${url}/sign-in`, { redirect: 'manual' });
    for (let time = 0; time < 3; time += 1) expect((await begin()).status).toBe(303);
    const refused = await begin();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect(await refused.text()).toContain('Try again in a minute.');
    expect((await fetch(`${url}/sign-in/step-up`, { redirect: 'manual' })).status).toBe(429);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await waiting(database)).toBe(3);
  });
});

test('who comes back and cannot be signed in is in the ledger, counted by the code that they are told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sign-in-ledger-'));
  const { url, gateway, signIn } = await signInWorld({ 'ledger.directory': folder });
  await signIn('caseworker-1');
  for (let time = 0; time < 3; time += 1)
    expect((await openBrowser().visit(`${url}/sign-in/callback?state=x&code=y`)).status).toBe(403);
  await gateway.stop();
  let told = 0;
  for await (const { entry } of logFolder(nodeFileSystem, join(folder, '1')).readFrom(0)) {
    const event = JSON.parse(Buffer.from(entry).toString()) as {
      readonly type: string;
      readonly code: string;
      readonly count: number;
    };
    if (event.type === 'sign-in-failed' && event.code === 'SIGN_IN_FAILED') told += event.count;
  }
  expect(told).toBe(3);
  await rm(folder, { recursive: true });
});

test('the provider for development forgets the oldest of those that never come back', async () => {
  const parts = await signInParts();
  const first = await parts.signIn.begin('/');
  if (first.kind === 'refused') throw first.failure;
  const page = await (await fetch(first.location)).text();
  const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
  for (let time = 0; time < 1000; time += 1) await (await fetch(first.location)).text();
  const chosen = await fetch(new URL('/authorize', first.location), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ request, account: 'caseworker-1' }),
  });
  expect(chosen.status).toBe(400);
  expect((await answerOf(first.location, 'caseworker-1')).get('code')).toBeTruthy();
  expect((await arrived(parts)).query.get('code')).toBeTruthy();
});
