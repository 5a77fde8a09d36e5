import { describe, expect, test } from '@jest/globals';

import { codeOf, json } from '../world/http-exchange.ts';
import { rawConnection } from '../world/raw-connection.ts';
import type { RunningGateway } from '../world/running-gateway.ts';
import { runningGateway } from '../world/running-gateway.ts';

const question = { method: 'POST', headers: json, body: '{"query":"{ wait }"}' };

function getGreeting({ token }: RunningGateway): string {
  return `GET /graphql?query={greeting} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`;
}

describe('a gateway that is stopping', () => {
  test('finishes what has begun, and is not ready', async () => {
    const gateway = await runningGateway();
    expect((await gateway.fetch('/health/ready')).status).toBe(200);
    const slow = gateway.fetch('/graphql', question);
    const open = await rawConnection(gateway.url);
    open.send('GET ');
    await gateway.engine.waiting;
    const stopped = gateway.stop();
    open.send('/health/ready HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(await open.received).toMatch(/503[\s\S]*connection: close/i);
    gateway.engine.release();
    const finished = await slow;
    expect(finished.headers.get('connection')).toBe('close');
    expect(await codeOf(finished)).toBe('200 no error');
    await stopped;
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
  });

  test('answers what comes on open connections, and closes each after its answer', async () => {
    const gateway = await runningGateway();
    const slow = gateway.fetch('/graphql', question);
    const begun = await rawConnection(gateway.url);
    begun.send(getGreeting(gateway).slice(0, 20));
    await gateway.engine.waiting;
    const stopped = gateway.stop();
    begun.send(getGreeting(gateway).slice(20));
    expect(await begun.received).toMatch(/^HTTP\/1.1 200[\s\S]*connection: close[\s\S]*Hello, world/i);
    gateway.engine.release();
    await slow;
    await stopped;
  });

  test('still listens to a connection that is idle at this moment', async () => {
    const gateway = await runningGateway();
    const kept = await rawConnection(gateway.url);
    const first = kept.heard('Hello, world');
    kept.send(getGreeting(gateway));
    await first;
    const stopped = gateway.stop();
    kept.send(getGreeting(gateway));
    expect((await kept.received).match(/Hello, world/g)).toHaveLength(2);
    await stopped;
  });

  test('does not wait for connections that nobody has used', async () => {
    const gateway = await runningGateway({ 'http.drainMilliseconds': '600000' });
    const silent = await rawConnection(gateway.url);
    await gateway.fetch('/health/live');
    await gateway.stop();
    expect(await silent.received).toBe('');
  });

  test('does not wait longer than it was told', async () => {
    const gateway = await runningGateway({ 'http.drainMilliseconds': '50' });
    const slow = gateway.fetch('/graphql', question);
    await gateway.engine.waiting;
    const ended = expect(slow).rejects.toThrow();
    const stopped = gateway.stop();
    await ended;
    gateway.engine.release();
    await stopped;
  });
});
