import { describe, expect, test } from '@jest/globals';

import { codeOf, json } from '../world/http-exchange.ts';
import { runningGateway } from '../world/running-gateway.ts';

describe('every answer', () => {
  test.each(['/graphql?query={greeting}', '/graphql', '/nowhere', '/health/live'])(
    'of %s is not stored, sniffed or framed',
    async (path) => {
      const { headers } = await (await runningGateway()).fetch(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('without a token carries the challenge of RFC 6750', async () => {
    const { url } = await runningGateway();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: json,
      body: '{"query":"{ greeting }"}',
    });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="resident-graph"');
    expect(await codeOf(response)).toBe('401 UNAUTHENTICATED');
  });
});

describe('the request id', () => {
  const headers = { 'x-request-id': 'proxy-17' };

  test('is our own, whatever the client sends', async () => {
    const { fetch } = await runningGateway();
    expect((await fetch('/health/live', { headers })).headers.get('x-request-id')).not.toBe('proxy-17');
  });

  test("is a trusted proxy's, unless it could do harm", async () => {
    const gateway = await runningGateway({ 'http.trustRequestId': 'true' });
    expect((await gateway.fetch('/health/live', { headers })).headers.get('x-request-id')).toBe('proxy-17');
    const bad = await gateway.fetch('/health/live', { headers: { 'x-request-id': 'a"b c' } });
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('goes with the request to the engine', async () => {
    const gateway = await runningGateway();
    const init = { method: 'POST', headers: json, body: '{"query":"{ greeting }"}' };
    const id = (await gateway.fetch('/graphql', init)).headers.get('x-request-id');
    expect(gateway.engine.requests[0]?.requestId).toBe(id);
  });
});
