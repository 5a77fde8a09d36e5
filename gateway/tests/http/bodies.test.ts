import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { codeOf, greeting, json } from '../world/http-exchange.ts';
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
