import { describe, expect, test } from '@jest/globals';

import { codeOf } from '../world/http-exchange.ts';
import { runningGateway } from '../world/running-gateway.ts';

function get(parameters: Record<string, string>): string {
  return `/graphql?${new URLSearchParams(parameters).toString()}`;
}

describe('by GET', () => {
  test('a query is answered, its variables from JSON', async () => {
    const { fetch } = await runningGateway();
    const query = 'query ($n: String) { greeting(name: $n) }';
    const response = await fetch(get({ query, variables: '{"n":"Ada"}', operationName: '' }));
    expect(await response.json()).toEqual({ data: { greeting: 'Hello, Ada' } });
  });

  test('a mutation is refused and not run', async () => {
    const { fetch, engine } = await runningGateway();
    const response = await fetch(get({ query: 'mutation { rename(to: "x") }' }));
    expect(response.headers.get('allow')).toBe('POST');
    expect(await codeOf(response)).toBe('405 METHOD_NOT_ALLOWED');
    expect(engine.planned).toEqual([]);
  });

  test('a mutation beside a query is refused when it is the one that is asked for', async () => {
    const { fetch } = await runningGateway();
    const query = 'query A { greeting } mutation B { rename(to: "x") }';
    expect(await codeOf(await fetch(get({ query, operationName: 'B' })))).toBe('405 METHOD_NOT_ALLOWED');
    expect(await codeOf(await fetch(get({ query, operationName: 'A' })))).toBe('200 no error');
  });

  test.each<[string]>([
    ['/graphql'],
    ['/graphql?query='],
    ['/graphql?query={a}&query={b}'],
    ['/graphql?query={a}&variables={'],
  ])('%s is refused', async (path) => {
    const { fetch } = await runningGateway();
    expect(await codeOf(await fetch(path))).toBe('400 BAD_REQUEST');
  });

  test('what a browser sends unasked is refused', async () => {
    const { url } = await runningGateway();
    expect(await codeOf(await fetch(`${url}${get({ query: '{ greeting }' })}`))).toBe(
      '400 CROSS_SITE_REQUEST_REFUSED',
    );
    const asked = await fetch(`${url}${get({ query: '{ greeting }' })}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(await codeOf(asked)).toBe('401 UNAUTHENTICATED');
  });
});

describe('other methods and paths', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s /graphql is not allowed', async (method) => {
    const { fetch } = await runningGateway();
    const response = await fetch('/graphql', { method });
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await codeOf(response)).toBe('405 METHOD_NOT_ALLOWED');
  });

  test.each(['/nowhere', '/graphql/x', '/.env', '/%zz'])('%s is nowhere', async (path) => {
    const { fetch } = await runningGateway();
    expect(await codeOf(await fetch(path))).toMatch(/^404 NOT_FOUND|^400 BAD_REQUEST/);
  });
});
