import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';

import { describe, expect, test } from '@jest/globals';

import type { RequestSigner, SubgraphAnswer, SubgraphClient } from '../../src/execution/index.ts';
import { createSubgraphClient } from '../../src/execution/index.ts';
import type { RawQuestion } from '../fixtures/raw-agency.ts';
import { serveRaw } from '../fixtures/raw-agency.ts';
import { selfSigned } from '../fixtures/self-signed.ts';
import { silentLog } from '../fixtures/silent-log.ts';

const body = '{"data":{"a":"é"}}';
const size = Buffer.byteLength(body);
const json = 'content-type: application/json\r\n';
const whole = `HTTP/1.1 200 OK\r\n${json}content-length: ${size}\r\n\r\n${body}`;
const chunkedHead = `HTTP/1.1 200 OK\r\n${json}transfer-encoding: chunked\r\n\r\n`;
const chunked = `${chunkedHead}${size.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const right = { kind: 'answered', data: { a: 'é' }, errors: [] };

function codeOf(answer: SubgraphAnswer): string {
  return answer.kind === 'failed' ? answer.failure.code : answer.kind;
}

/** Writes a text in pieces of a byte each, as slow networks do. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const byte of Buffer.from(text)) {
    socket.write(Buffer.of(byte));
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(setImmediate);
  }
}

function ask(client: SubgraphClient, query = '{a}'): Promise<SubgraphAnswer> {
  const { signal } = new AbortController();
  const question = { query, variables: { name: 'Zoë' }, operationName: null, requestId: 'q1' };
  return client.fetch({ ...question, agency: 'benefits', signal });
}

const say =
  (text: string) =>
  ({ socket }: RawQuestion) =>
    void socket.write(text);

/** Answers the first question on a connection and hangs up on the second. */
const closeOnSecond = ({ socket, numberOnConnection }: RawQuestion): void => {
  if (numberOnConnection === 1) socket.write(whole);
  else socket.destroy();
};

describe.each(['minimal', 'undici'] as const)('the transport %s', (transport) => {
  function clientOf(
    url: string,
    timeoutMilliseconds = 20_000,
    connections = 2,
    authorities?: readonly string[],
  ): SubgraphClient {
    return createSubgraphClient({
      ...optionsFor(url),
      timeoutMilliseconds,
      connections,
      ...(authorities && { authorities }),
    });
  }

  function signedClient(url: string, headersFor: RequestSigner['headersFor']): SubgraphClient {
    return createSubgraphClient({ ...optionsFor(url), connections: 1, signer: { headersFor } });
  }

  function optionsFor(url: string) {
    return {
      agencies: [{ name: 'benefits', url }],
      maximumAnswerBytes: 100_000,
      maximumAnswerDepth: 20,
      timeoutMilliseconds: 20_000,
      connections: 2,
      transport,
      log: silentLog,
    };
  }

  async function answerBy(certified: string, authorities: readonly string[] | undefined) {
    const { key, cert } = selfSigned(certified);
    await using agency = await serveRaw(say(whole), createSecureServer({ key, cert }), 'secureConnection');
    const client = clientOf(agency.url, 20_000, 1, authorities && [cert, ...authorities]);
    const answers = [await ask(client), await ask(client)];
    await client.close();
    return {
      codes: answers.map(codeOf),
      questions: agency.questions.length,
      connections: agency.connections,
    };
  }

  /** Asks so often over one client, one after the other. */
  async function answersTo(
    answer: (question: RawQuestion) => void,
    { times = 1, timeoutMilliseconds = 20_000, query = '{a}' } = {},
  ) {
    await using agency = await serveRaw(answer);
    const client = clientOf(agency.url, timeoutMilliseconds, 1);
    const answers: SubgraphAnswer[] = [];
    for (let time = 0; time < times; time += 1) {
      // oxlint-disable-next-line no-await-in-loop
      answers.push(await ask(client, query));
    }
    await client.close();
    return { answers, connections: agency.connections, questions: agency.questions };
  }

  describe('asks', () => {
    test('by one POST whose length is that of its bytes', async () => {
      const { questions } = await answersTo(say(whole));
      const [head = '', sent = ''] = questions[0]?.split('\r\n\r\n') ?? [];
      expect(head).toMatch(/^POST \/graphql HTTP\/1\.1\r\n/);
      expect(head).toMatch(/\r\nhost: 127\.0\.0\.1:\d+/i);
      expect(head).toMatch(/\r\nx-request-id: q1/i);
      expect(JSON.parse(Buffer.from(sent, 'latin1').toString())).toEqual({
        query: '{a}',
        variables: { name: 'Zoë' },
      });
    });

    test('over one connection again and again', async () => {
      const { answers, connections } = await answersTo(say(whole), { times: 5 });
      expect([answers.every((answer) => codeOf(answer) === 'answered'), connections]).toEqual([true, 1]);
    });

    test('what waits for a connection in its turn, and lets what began before the end finish', async () => {
      await using agency = await serveRaw(({ socket }) => void setTimeout(() => socket.write(whole), 10));
      const client = clientOf(agency.url);
      const answers = Promise.all(Array.from({ length: 7 }, () => ask(client)));
      await Promise.all([client.close(), answers]);
      expect((await answers).map(codeOf)).toEqual(Array.from({ length: 7 }, () => 'answered'));
      expect(agency.connections).toBe(2);
    });

    test('questions of any length at the same time, each whole', async () => {
      await using agency = await serveRaw(say(whole));
      const client = clientOf(agency.url, 20_000, 10);
      const lengths = [3_000_000, 10, 20_000, 100, 300_000, 200_000, 16_384, 1000, 5_000_000, 50];
      const queries = lengths.map((length, index) => `{a${index} ${'é'.repeat(length)}}`);
      await Promise.all(queries.map((query) => ask(client, query)));
      await client.close();
      const asked = agency.questions.map((question) => {
        const [, sent = ''] = question.split('\r\n\r\n');
        const { query } = JSON.parse(Buffer.from(sent, 'latin1').toString()) as { readonly query: string };
        return query;
      });
      expect(asked.toSorted()).toEqual(queries.toSorted());
    });

    test('nothing after it was closed', async () => {
      await using agency = await serveRaw(say(whole));
      const client = clientOf(agency.url);
      await client.close();
      expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
      expect(agency.connections).toBe(0);
    });
  });

  describe('reads', () => {
    test.each([
      ['a sized body', whole],
      ['a chunked body', chunked],
      ['chunks with extensions', `${chunkedHead}${size.toString(16)};a=b;c="d"\r\n${body}\r\n0;e\r\n\r\n`],
      ['trailers', `${chunkedHead}${size.toString(16)}\r\n${body}\r\n0\r\nexpires: never\r\nx: y\r\n\r\n`],
      [
        'what comes after other heads',
        `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n${whole}`,
      ],
      [
        'headers in any case and spacing',
        `HTTP/1.1 200\r\nCONTENT-TYPE:application/json\r\nContent-Length:  ${size} \r\n\r\n${body}`,
      ],
    ])('%s', async (_, text) => {
      const { answers, connections } = await answersTo(say(text), { times: 2 });
      expect([answers, connections]).toEqual([[right, right], 1]);
    });

    test.each([
      ['a sized body', whole],
      ['a chunked body', chunked],
    ])('%s that comes byte by byte', async (_, text) => {
      const { answers } = await answersTo(({ socket }) => void drip(socket, text));
      expect(answers).toEqual([right]);
    });

    test('many small chunks', async () => {
      const long = JSON.stringify({ data: { a: 'x'.repeat(90_000) } });
      const chunks = long.match(/.{1,9}/g)?.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`);
      const { answers } = await answersTo(say(`${chunkedHead}${chunks?.join('')}0\r\n\r\n`));
      expect(answers.map(codeOf)).toEqual(['answered']);
    });

    test('a body that ends with its connection', async () => {
      const text = `HTTP/1.1 200 OK\r\n${json}connection: close\r\n\r\n${body}`;
      const { answers, connections } = await answersTo(({ socket }) => void socket.end(text), { times: 2 });
      expect([answers, connections]).toEqual([[right, right], 2]);
    });

    test('an answer after which the connection closes, and asks again over another', async () => {
      const text = whole.replace('content-length', 'connection: close\r\ncontent-length');
      const { answers, connections } = await answersTo(say(text), { times: 3 });
      expect([answers, connections]).toEqual([[right, right, right], 3]);
    });
  });

  describe('never takes for an answer', () => {
    test.each([
      [
        'two lengths',
        `HTTP/1.1 200 OK\r\n${json}content-length: ${size}\r\ntransfer-encoding: chunked\r\n\r\n${body}`,
      ],
      [
        'lengths that differ',
        `HTTP/1.1 200 OK\r\n${json}content-length: 3\r\ncontent-length: ${size}\r\n\r\n${body}`,
      ],
      ['a length below zero', `HTTP/1.1 200 OK\r\n${json}content-length: -1\r\n\r\n${body}`],
      ['a length that is no number', `HTTP/1.1 200 OK\r\n${json}content-length: 0x12\r\n\r\n${body}`],
      ['a chunk without a size', `${chunkedHead}${body}\r\n0\r\n\r\n`],
      ['a chunk that is longer than it says', `${chunkedHead}5\r\n${body}\r\n0\r\n\r\n`],
      ['a chunk of an endless size', `${chunkedHead}FFFFFFFFFFFFFFFFF\r\n${body}\r\n0\r\n\r\n`],
      ['bytes that are no HTTP', '\u0000\u0001\u0002SSH-2.0\r\n\r\n'],
      ['another protocol', `HTTP/2 200 OK\r\n${json}\r\n${body}`],
      ['a status that is no number', `HTTP/1.1 2x0 OK\r\n${json}content-length: ${size}\r\n\r\n${body}`],
      ['a header without a name', `HTTP/1.1 200 OK\r\n: x\r\n${json}content-length: ${size}\r\n\r\n${body}`],
      [
        'a header with a space in its name',
        `HTTP/1.1 200 OK\r\nx y: z\r\n${json}content-length: ${size}\r\n\r\n${body}`,
      ],
      [
        'a header with a control character',
        `HTTP/1.1 200 OK\r\nx: a\u0000b\r\n${json}content-length: ${size}\r\n\r\n${body}`,
      ],
      [
        'a switch of protocols',
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n${whole}`,
      ],
      ['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}`],
      ['a huge header', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n${json}\r\n`],
    ])('%s', async (_, text) => {
      const { answers } = await answersTo(({ socket }) => void socket.write(text), { query: 'mutation{a}' });
      expect(answers.map(codeOf)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    });

    test.each([
      ['half a head', 'HTTP/1.1 200 OK\r\ncontent-ty'],
      ['half a sized body', whole.slice(0, -4)],
      ['a chunked body without its last chunk', chunked.slice(0, -5)],
      ['half a chunk', chunked.slice(0, -12)],
      ['nothing', ''],
    ])('%s before the end of the connection', async (_, text) => {
      const { answers } = await answersTo(({ socket }) => void socket.end(text));
      expect(answers.map(codeOf)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    });

    test.each([
      [
        'a sized body of too many bytes',
        `HTTP/1.1 200 OK\r\n${json}content-length: 999999\r\n\r\n${'x'.repeat(200_000)}`,
      ],
      ['a chunked body of too many bytes', `${chunkedHead}FFFFF\r\n${'x'.repeat(200_000)}`],
      [
        'a body of too many bytes that would end with its connection',
        `HTTP/1.1 200 OK\r\n${json}\r\n${'x'.repeat(200_000)}`,
      ],
    ])('%s', async (_, text) => {
      const { answers } = await answersTo(({ socket }) => void socket.write(text));
      expect(answers.map(codeOf)).toEqual(['SUBGRAPH_ANSWER_INVALID']);
    });

    test('what was said to another question', async () => {
      const other = whole.replace('"é"', '"e!"');
      const { answers } = await answersTo(
        ({ socket, number }) => void socket.write(number === 1 ? whole + other : whole),
        {
          times: 3,
        },
      );
      expect(answers).toEqual([right, right, right]);
    });

    test('what was said before the question', async () => {
      await using agency = await serveRaw(({ socket, number }) => {
        socket.write(whole);
        if (number === 1) setTimeout(() => socket.write(whole.replace('"é"', '"e!"')), 20);
      });
      const client = clientOf(agency.url);
      const first = await ask(client);
      await pause(60);
      expect([first, await ask(client)]).toEqual([right, right]);
      await client.close();
    });
  });

  describe('signs', () => {
    test('the bytes that it sends', async () => {
      await using agency = await serveRaw(say(whole));
      const client = signedClient(agency.url, ({ requestId }, { name, url }, signed) => ({
        'x-signature': `${requestId} ${name} ${url === agency.url} ${Buffer.byteLength(signed)}`,
      }));
      expect(await ask(client)).toEqual(right);
      await client.close();
      const [head = '', sent = ''] = agency.questions[0]?.split('\r\n\r\n') ?? [];
      expect(head).toMatch(new RegExp(`\r\nx-signature: q1 benefits true ${sent.length}`, 'i'));
    });

    test('each attempt anew', async () => {
      let signatures = 0;
      await using agency = await serveRaw(closeOnSecond);
      const client = signedClient(agency.url, () => ({ 'x-signature': `number ${(signatures += 1)}` }));
      expect([await ask(client), await ask(client)]).toEqual([right, right]);
      await client.close();
      expect(agency.questions.map((text) => /number \d/.exec(text)?.[0])).toEqual([
        'number 1',
        'number 2',
        'number 3',
      ]);
    });

    test.each([
      ['breaks', undefined],
      ['would write a line of its own', 'a\r\nhost: elsewhere'],
    ])('and says nothing if the signer %s', async (_, text) => {
      await using agency = await serveRaw(say(whole));
      const client = signedClient(agency.url, () => {
        if (text === undefined) throw new Error('no key');
        return { 'x-signature': text };
      });
      expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
      await client.close();
      expect(agency.questions).toEqual([]);
    });
  });

  describe('a connection that the agency has closed in between', () => {
    test('is not noticed by who asks a query', async () => {
      const { answers, questions } = await answersTo(closeOnSecond, { times: 2 });
      expect([answers, questions.length]).toEqual([[right, right], 3]);
    });

    test('never lets a mutation happen twice', async () => {
      const { answers, questions } = await answersTo(closeOnSecond, { times: 2, query: 'mutation{a}' });
      expect([answers.map(codeOf), questions.length]).toEqual([['answered', 'SUBGRAPH_UNAVAILABLE'], 2]);
    });

    test('is followed by one other and no more', async () => {
      const { answers, questions } = await answersTo(
        ({ socket, number }) => void (number === 1 ? socket.write(whole) : socket.destroy()),
        { times: 2 },
      );
      expect([answers.map(codeOf), questions.length]).toEqual([['answered', 'SUBGRAPH_UNAVAILABLE'], 3]);
    });

    test('half-way through an answer ends the question, whatever it was', async () => {
      const { answers, questions } = await answersTo(
        ({ socket, number }) => void (number === 1 ? socket.write(whole) : socket.end(whole.slice(0, -4))),
        { times: 2 },
      );
      expect([answers.map(codeOf), questions.length]).toEqual([['answered', 'SUBGRAPH_UNAVAILABLE'], 2]);
    });
  });

  describe('over https', () => {
    test('asks an agency whose certificate is vouched for, over one connection', async () => {
      const asked = await answerBy('127.0.0.1', []);
      expect(asked).toEqual({ codes: ['answered', 'answered'], questions: 2, connections: 1 });
    });

    test('says nothing to an agency for which nobody vouches', async () => {
      const { codes, questions } = await answerBy('127.0.0.1', undefined);
      expect([codes, questions]).toEqual([['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'], 0]);
    });

    test("says nothing to whoever shows another one's certificate", async () => {
      const { codes, questions } = await answerBy('127.0.0.2', []);
      expect([codes, questions]).toEqual([['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'], 0]);
    });
  });

  test('a question that has waited too long leaves the line, and those behind it are asked', async () => {
    let isHealed = false;
    await using agency = await serveRaw(({ socket }) => {
      if (isHealed) socket.write(whole);
    });
    const client = clientOf(agency.url, 300);
    const first = await Promise.all([ask(client), ask(client), ask(client)]);
    expect(first.map(codeOf)).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    isHealed = true;
    expect(codeOf(await ask(client))).toBe('answered');
    await client.close();
  });
});
