import { describe, expect, test } from '@jest/globals';

import { rawConnection } from '../world/raw-connection.ts';
import { runningGateway } from '../world/running-gateway.ts';

async function answerTo(url: string, text: string): Promise<string> {
  const connection = await rawConnection(url);
  connection.send(text);
  return connection.received;
}

describe('what is no request', () => {
  test.each<[string, string, string, string]>([
    ['no HTTP', 'hello\r\n\r\n', '400', 'BAD_REQUEST'],
    ['another version of HTTP', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400', 'BAD_REQUEST'],
    [
      'a body of two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
      'BAD_REQUEST',
    ],
    [
      'a token without end',
      `GET /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${'a'.repeat(20_000)}\r\n\r\n`,
      '431',
      'REQUEST_TOO_LARGE',
    ],
  ])('%s is answered in the words of the catalogue, and hung up on', async (_, text, status, code) => {
    const { url } = await runningGateway();
    const answer = await answerTo(url, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/cache-control: no-store/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code } }],
    });
  });

  test.each([
    ['head', 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: '],
    [
      'body',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('a %s that does not end in time is hung up on', async (_, text) => {
    const { url } = await runningGateway({ 'http.deadlineMilliseconds': '10' });
    expect(await answerTo(url, text)).toMatch(/^HTTP\/1.1 408 [\s\S]*DEADLINE_EXCEEDED/);
  });
});

test('an address that cannot be read is answered like everything else', async () => {
  const { fetch } = await runningGateway();
  const { status, headers } = await fetch('/%zz');
  expect([status, headers.get('cache-control')]).toEqual([400, 'no-store']);
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['Authorization', 'authorization'])('a second token is refused: %s', async (name) => {
  const { url, token } = await runningGateway();
  const text = [
    'GET /graphql?query={greeting} HTTP/1.1',
    'host: x',
    `authorization: Bearer ${token}`,
    `${name}: Bearer ${token}`,
    'connection: close',
  ].join('\r\n');
  expect(await answerTo(url, `${text}\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 [\s\S]*BAD_REQUEST/);
});

test('requests that follow one another without waiting are answered in their order', async () => {
  const { url, token } = await runningGateway();
  const ask = (name: string, more = ''): string =>
    `GET /graphql?query={greeting(name:"${name}")} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n${more}\r\n`;
  const answer = await answerTo(url, ask('one') + ask('two') + ask('three', 'connection: close\r\n'));
  expect([...answer.matchAll(/Hello, (\w+)/g)].map(([, name]) => name)).toEqual(['one', 'two', 'three']);
});
