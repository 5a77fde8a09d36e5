import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { runningGateway } from '../world/running-gateway.ts';

const json = { 'content-type': 'application/json' };
const greeting = '{"query":"{ greeting }"}';

async function codeOf(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return `${response.status} ${errors?.[0]?.extensions.code ?? 'no error'}`;
}

describe('the media type of the answer', () => {
  test.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json'],
    ['application/graphql-response+json, */*;q=0.1', 'application/graphql-response+json'],
    ['application/json;q=0, */*', 'application/graphql-response+json'],
    ['APPLICATION/JSON; charset="UTF-8"', 'application/json'],
    ['application/json; charset=latin1', null],
    ['text/html', null],
    ['application/json;q=0', null],
    ['application/json;q=x', null],
  ])('for %j is %j', async (accept, mediaType) => {
    const gateway = await runningGateway();
    const headers: Record<string, string> = accept === undefined ? json : { ...json, accept };
    const response = await gateway.fetch('/graphql', { method: 'POST', headers, body: greeting });
    const expected = mediaType === null ? '406 NOT_ACCEPTABLE' : '200 no error';
    expect(response.headers.get('content-type')).toBe(`${mediaType ?? 'application/json'}; charset=utf-8`);
    expect(response.headers.get('vary')).toContain('accept');
    expect(await codeOf(response)).toBe(expected);
  });
});

describe('a body', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, string]>([
    ['that is no JSON', '{', json, '400 BAD_REQUEST'],
    ['that is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), json, '400 BAD_REQUEST'],
    ['that is a text', '"{ greeting }"', json, '400 BAD_REQUEST'],
    ['with an empty query', '{"query":" "}', json, '400 BAD_REQUEST'],
    ['of several operations', '[{"query":"{ greeting }"}]', json, '400 BATCHING_NOT_SUPPORTED'],
    [
      'of another media type',
      'query={greeting}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of a form with files',
      '--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'of plain text',
      '{"query":"{ greeting }"}',
      { 'content-type': 'text/plain' },
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'in another character set',
      '{"query":"{ greeting }"}',
      { 'content-type': 'application/json; charset=latin1' },
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'that is compressed',
      new Uint8Array(gzipSync(greeting)),
      { ...json, 'content-encoding': 'gzip' },
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'that is too large',
      JSON.stringify({ query: '{ greeting }', variables: { x: 'x'.repeat(2000) } }),
      json,
      '413 REQUEST_TOO_LARGE',
    ],
  ])('%s is refused', async (_, body, headers, expected) => {
    const gateway = await runningGateway({ 'http.maximumRequestBytes': '1024' });
    expect(await codeOf(await gateway.fetch('/graphql', { method: 'POST', headers, body }))).toBe(expected);
    expect(gateway.engine.requests).toHaveLength(0);
  });

  test('of unknown length is bounded too', async () => {
    const { fetch } = await runningGateway({ 'http.maximumRequestBytes': '1024' });
    const stream = new Blob([`{"query":"${'x'.repeat(4000)}"}`]).stream();
    const init = { method: 'POST', headers: json, body: stream, duplex: 'half' } as RequestInit;
    expect(await codeOf(await fetch('/graphql', init))).toBe('413 REQUEST_TOO_LARGE');
  });
});

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

  test.each(['/', '/graphql/x', '/.env', '/%zz'])('%s is nowhere', async (path) => {
    const { fetch } = await runningGateway();
    expect(await codeOf(await fetch(path))).toMatch(/^404 NOT_FOUND|^400 BAD_REQUEST/);
  });
});

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

describe('pages of other sites', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  };

  test('are kept out by default', async () => {
    const response = await (await runningGateway()).fetch('/graphql', preflight);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are let in if the configuration names them, and no others', async () => {
    const gateway = await runningGateway({ 'http.corsOrigins': 'https://app.example' });
    const allowed = await gateway.fetch('/graphql', preflight);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://app.example',
    ]);
    const headers = { ...preflight.headers, origin: 'https://app.example.evil.example' };
    const other = await gateway.fetch('/graphql', { ...preflight, headers });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('stopping', () => {
  test('lets what has begun finish, refuses what is new and closes connections', async () => {
    const gateway = await runningGateway();
    expect((await gateway.fetch('/health/ready')).status).toBe(200);
    const slow = gateway.fetch('/graphql', { method: 'POST', headers: json, body: '{"query":"{ wait }"}' });
    const open = await openConnection(gateway.url);
    await gateway.engine.waiting;
    const stopped = gateway.stop();
    expect(await open.ask('/health/ready')).toMatch(/503[\s\S]*connection: close/i);
    gateway.engine.release();
    const finished = await slow;
    expect(await finished.json()).toEqual({ data: { wait: 'done' } });
    expect(finished.headers.get('connection')).toBe('close');
    await stopped;
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
  });

  test('refuses a new operation on a connection that is still open, as one to send again', async () => {
    const gateway = await runningGateway();
    const slow = gateway.fetch('/graphql', { method: 'POST', headers: json, body: '{"query":"{ wait }"}' });
    const open = await openConnection(gateway.url);
    await gateway.engine.waiting;
    const stopped = gateway.stop();
    expect(await open.ask('/graphql?query={greeting}')).toMatch(/503[\s\S]*SHUTTING_DOWN/);
    gateway.engine.release();
    await slow;
    await stopped;
  });

  test('does not wait for connections that nobody has used', async () => {
    const gateway = await runningGateway({ 'http.drainMilliseconds': '600000' });
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    await gateway.fetch('/health/live');
    await gateway.stop();
    socket.destroy();
  });

  test('does not wait longer than it was told', async () => {
    const gateway = await runningGateway({ 'http.drainMilliseconds': '50' });
    const slow = gateway.fetch('/graphql', { method: 'POST', headers: json, body: '{"query":"{ wait }"}' });
    await gateway.engine.waiting;
    const ended = expect(slow).rejects.toThrow();
    const stopped = gateway.stop();
    await ended;
    gateway.engine.release();
    await stopped;
  });
});

interface Connection {
  /** Sends the second half of a request whose first half keeps the connection from being idle. */
  readonly ask: (path: string) => Promise<string>;
}

/** A connection on which a request line has been begun. */
async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('GET ');
  const ask = async (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
      socket.once('error', reject);
      socket.write(`${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    });
  return { ask };
}
