import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import { json } from '../world/http-exchange.ts';
import type { RunningGateway } from '../world/running-gateway.ts';
import { runningGateway } from '../world/running-gateway.ts';

const waiting = { method: 'POST', headers: json, body: '{"query":"{ wait }"}' };
const quick = { method: 'POST', headers: json, body: '{"query":"{ greeting }"}' };

async function statusOf({ fetch }: RunningGateway): Promise<number> {
  return (await fetch('/graphql', quick)).status;
}

async function untilStatus(gateway: RunningGateway, wanted: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  while ((await statusOf(gateway)) !== wanted) await pause(20);
}

/** Keeps the process behind with its work until told to stop. */
function occupy(): () => void {
  const state = { isOver: false };
  const spin = (): void => {
    const end = Date.now() + 40;
    while (Date.now() < end);
    if (!state.isOver) setTimeout(spin, 1);
  };
  spin();
  return () => void (state.isOver = true);
}

describe('a gateway with as many requests under way as it may have', () => {
  test('refuses the next with 503, OVERLOADED and Retry-After, and reads nothing of it', async () => {
    const gateway = await runningGateway({ 'http.maximumRequests': '2' });
    const held = [gateway.fetch('/graphql', waiting), gateway.fetch('/graphql', waiting)];
    // What is counted at the door hasn't come to the engine yet.
    // oxlint-disable-next-line no-await-in-loop
    while (gateway.engine.requests.length < 2) await pause(5);
    const refused = await gateway.fetch('/graphql', quick);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(gateway.engine.requests).toHaveLength(2);
    gateway.engine.release();
    await Promise.all(held);
  });

  test('is alive and ready all the same', async () => {
    const gateway = await runningGateway({ 'http.maximumRequests': '1' });
    const held = gateway.fetch('/graphql', waiting);
    await untilStatus(gateway, 503);
    expect((await gateway.fetch('/health/live')).status).toBe(200);
    expect((await gateway.fetch('/health/ready')).status).toBe(200);
    gateway.engine.release();
    await held;
  });

  test('answers again as soon as one has ended, by an answer or because its client has gone', async () => {
    const gateway = await runningGateway({ 'http.maximumRequests': '1' });
    const client = new AbortController();
    const gone = gateway.fetch('/graphql', { ...waiting, signal: client.signal }).catch(() => 'gone');
    await gateway.engine.waiting;
    expect(await statusOf(gateway)).toBe(503);
    client.abort();
    expect(await gone).toBe('gone');
    await untilStatus(gateway, 200);
    expect(await statusOf(gateway)).toBe(200);
    gateway.engine.release();
  });
});

test('a gateway that falls behind refuses requests until it has caught up, and stays alive', async () => {
  const gateway = await runningGateway({ 'http.maximumDelayMilliseconds': '20' });
  const stop = occupy();
  await untilStatus(gateway, 503);
  expect((await gateway.fetch('/health/live')).status).toBe(200);
  stop();
  await untilStatus(gateway, 200);
});
