import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { codeOf, greeting, json } from '../world/http-exchange.ts';
import { rawConnection } from '../world/raw-connection.ts';
import { runningGateway } from '../world/running-gateway.ts';

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

describe('a refused request whose body is long is answered at once and hung up on', () => {
  test.each([
    ['of another media type', 'content-type: text/plain', '415', 'UNSUPPORTED_MEDIA_TYPE'],
    ['that is too large', 'content-type: application/json', '413', 'REQUEST_TOO_LARGE'],
  ])('%s', async (_, header, status, code) => {
    const { url } = await runningGateway();
    const connection = await rawConnection(url);
    connection.send(`POST /graphql HTTP/1.1\r\nhost: x\r\n${header}\r\ncontent-length: 99999999\r\n\r\n{`);
    const answer = await connection.received;
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*connection: close[\\s\\S]*${code}`));
  });

  test('of unknown length', async () => {
    const { url } = await runningGateway();
    const connection = await rawConnection(url);
    connection.send('POST /nowhere HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n10000000\r\nxxx');
    expect(await connection.received).toMatch(/^HTTP\/1.1 404 [\s\S]*connection: close/);
  });
});

test('a refused request whose body is short leaves its connection open for the next', async () => {
  const { url, token } = await runningGateway();
  const connection = await rawConnection(url);
  const head = `host: x\r\nauthorization: Bearer ${token}\r\n`;
  connection.send(
    `POST /graphql HTTP/1.1\r\n${head}content-type: text/plain\r\ncontent-length: 3\r\n\r\nxxx`,
  );
  connection.send(`GET /graphql?query={greeting} HTTP/1.1\r\n${head}connection: close\r\n\r\n`);
  expect(await connection.received).toMatch(/^HTTP\/1.1 415 [\s\S]*HTTP\/1.1 200 [\s\S]*Hello, world/);
});
