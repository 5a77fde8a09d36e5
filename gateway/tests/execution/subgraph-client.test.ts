import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from '@jest/globals';

import { failure } from '../../src/errors/index.ts';
import type { SubgraphAnswer, SubgraphClient } from '../../src/execution/index.ts';
import { createSubgraphClient } from '../../src/execution/index.ts';
import type { AgencyAnswer } from '../fixtures/agency-server.ts';
import { sendJson, serveAgency } from '../fixtures/agency-server.ts';
import { recordingLog } from '../fixtures/recording-log.ts';

const limits = {
  timeoutMilliseconds: 30_000,
  maximumAnswerBytes: 10_000,
  maximumAnswerDepth: 20,
  connections: 2,
};

function codeOf(answer: SubgraphAnswer): string {
  return answer.kind === 'failed' ? answer.failure.code : answer.kind;
}

function ask(client: SubgraphClient, signal = new AbortController().signal): Promise<SubgraphAnswer> {
  const question = { query: '{ a }', variables: { id: 'r1' }, operationName: null, requestId: 'q1' };
  return client.fetch({ ...question, agency: 'benefits', signal });
}

describe.each(['minimal', 'undici'] as const)('over the transport %s', (transport) => {
  function clientOf(url: string, changes: Partial<typeof limits> = {}, log = recordingLog()): SubgraphClient {
    return createSubgraphClient({
      ...limits,
      ...changes,
      transport,
      agencies: [{ name: 'benefits', url }],
      log,
    });
  }

  async function answerTo(
    answer: AgencyAnswer,
    changes: Partial<typeof limits> = {},
  ): Promise<SubgraphAnswer> {
    await using agency = await serveAgency(answer);
    const client = clientOf(agency.url, changes);
    const given = await ask(client);
    await client.close();
    return given;
  }

  describe('an agency that answers', () => {
    test('is asked with the query, the variables and what media types are read', async () => {
      const seen: unknown[] = [];
      await using agency = await serveAgency((question, response) => {
        seen.push(
          question,
          response.req.method,
          response.req.headers['content-type'],
          response.req.headers['x-request-id'],
        );
        sendJson(response, { data: { a: 1 } });
      });
      const client = clientOf(agency.url);
      expect(await ask(client)).toEqual({ kind: 'answered', data: { a: 1 }, errors: [] });
      await client.close();
      expect(seen).toEqual([{ query: '{ a }', variables: { id: 'r1' } }, 'POST', 'application/json', 'q1']);
    });

    test('is asked again over the connections that are open', async () => {
      await using agency = await serveAgency((_, response) => sendJson(response, { data: { a: 1 } }));
      const client = clientOf(agency.url);
      for (let round = 0; round < 20; round += 1) await ask(client);
      await client.close();
      expect(agency.connections).toBeLessThanOrEqual(2);
    });

    test('is never asked over more connections than are allowed', async () => {
      await using agency = await serveAgency(
        (_, response) => void setTimeout(() => sendJson(response, { data: { a: 1 } }), 20),
      );
      const client = clientOf(agency.url, { connections: 2 });
      const answers = await Promise.all(Array.from({ length: 10 }, () => ask(client)));
      await client.close();
      expect(answers.map(codeOf)).toEqual(Array.from({ length: 10 }, () => 'answered'));
      expect(agency.connections).toBeLessThanOrEqual(2);
    });

    test('is heard when it refuses with a status and a GraphQL body', async () => {
      const answer = await answerTo((_, response) =>
        sendJson(response, { errors: [{ message: 'no' }] }, 400),
      );
      expect(answer).toEqual({ kind: 'answered', data: null, errors: [{ message: 'no' }] });
    });

    test('may send data and errors together, errors of any shape', async () => {
      const errors = [
        { message: 'm', path: ['a', 0], extensions: { code: 'X' } },
        7,
        { message: 3, path: [{}] },
      ];
      const answer = await answerTo((_, response) => sendJson(response, { data: { a: null }, errors }));
      expect(answer).toEqual({
        kind: 'answered',
        data: { a: null },
        errors: [
          { message: 'm', path: ['a', 0], extensions: { code: 'X' } },
          { message: '' },
          { message: '' },
        ],
      });
    });

    test('cannot name a failure of this gateway', async () => {
      const errors = [{ message: 'm', failure: { code: 'UNAUTHENTICATED' } }];
      const answer = await answerTo((_, response) => sendJson(response, { data: null, errors }));
      expect(answer).toEqual({ kind: 'answered', data: null, errors: [{ message: 'm' }] });
    });

    test('cannot reach prototypes', async () => {
      const text =
        '{"data":{"a":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}';
      expect(codeOf(await answerTo((_, response) => sendJson(response, text)))).toBe('answered');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  });

  describe('an answer that cannot be used', () => {
    test.each<[string, AgencyAnswer]>([
      ['is not JSON', (_, response) => sendJson(response, 'Internal error at 10.0.0.7')],
      ['is cut short', (_, response) => sendJson(response, '{"data":{"a":')],
      ['is a list', (_, response) => sendJson(response, [{ data: {} }])],
      ['is empty', (_, response) => sendJson(response, '')],
      ['has neither data nor errors', (_, response) => sendJson(response, {})],
      ['has null for data and says nothing of why', (_, response) => sendJson(response, { data: null })],
      ['has a list for data', (_, response) => sendJson(response, { data: [] })],
      ['has an object for errors', (_, response) => sendJson(response, { data: {}, errors: {} })],
      ['is HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
      ['names no media type', (_, response) => void response.end('{"data":{}}')],
      [
        'is compressed',
        (_, response) => sendJson(response.setHeader('content-encoding', 'gzip'), { data: {} }),
      ],
      [
        'is in another character set',
        (_, response) =>
          void response.writeHead(200, { 'content-type': 'application/json; charset=latin1' }).end('{}'),
      ],
      [
        'is not UTF-8',
        (_, response) =>
          void response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
      ],
      ['has too many bytes', (_, response) => sendJson(response, { data: { a: 'x'.repeat(20_000) } })],
      [
        'nests too deep',
        (_, response) => sendJson(response, `{"data":{"a":${'['.repeat(50)}${']'.repeat(50)}}}`),
      ],
      [
        'is a redirect',
        (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      ],
      ['is a refusal without a GraphQL body', (_, response) => void response.writeHead(404).end('not here')],
    ])('is one that %s', async (_, answer) => {
      expect(codeOf(await answerTo(answer))).toBe('SUBGRAPH_ANSWER_INVALID');
    });

    test('is given up at the first byte too many, however much would come', async () => {
      let written = 0;
      const answer = await answerTo((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (!response.destroyed && written < 1e9 && response.write('1'.repeat(65_536)))
            written += 65_536;
        };
        response.on('drain', more);
        more();
      });
      expect(codeOf(answer)).toBe('SUBGRAPH_ANSWER_INVALID');
      expect(written).toBeLessThan(1e8);
    });

    test('counts brackets only outside strings', async () => {
      const text = JSON.stringify({ data: { a: '[[[[[[[[[[[[[[[[[[[[[[[["\\' } });
      expect(codeOf(await answerTo((_, response) => sendJson(response, text)))).toBe('answered');
    });
  });

  describe('an agency that does not answer', () => {
    test('is given up after its time, while it hangs before the answer', async () => {
      expect(codeOf(await answerTo(() => undefined, { timeoutMilliseconds: 50 }))).toBe('SUBGRAPH_TIMEOUT');
    });

    test('is given up after its time, while it sends the answer byte by byte', async () => {
      const answer = await answerTo(
        (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          const timer = setInterval(() => response.write(' '), 10);
          response.on('close', () => clearInterval(timer));
        },
        { timeoutMilliseconds: 200 },
      );
      expect(codeOf(answer)).toBe('SUBGRAPH_TIMEOUT');
    });

    test('is unavailable when nothing listens', async () => {
      const agency = await serveAgency(() => undefined);
      await agency[Symbol.asyncDispose]();
      const client = clientOf(agency.url);
      expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
      await client.close();
    });

    test('is unavailable when it hangs up', async () => {
      expect(codeOf(await answerTo((_, response) => void response.destroy()))).toBe('SUBGRAPH_UNAVAILABLE');
    });

    test('is unavailable when it does not speak HTTP', async () => {
      const server = createServer((socket) => void socket.resume().end('SSH-2.0-OpenSSH\r\n')).listen(
        0,
        '127.0.0.1',
      );
      await new Promise((listening) => server.once('listening', listening));
      const client = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
      await client.close();
      await new Promise((closed) => server.close(closed));
    });

    test.each([429, 500, 502, 503])('is unavailable when it says %d', async (status) => {
      expect(codeOf(await answerTo((_, response) => void response.writeHead(status).end('down')))).toBe(
        'SUBGRAPH_UNAVAILABLE',
      );
    });

    test('is asked again without harm when it is back', async () => {
      const first = await serveAgency((_, response) => sendJson(response, { data: { a: 1 } }));
      const client = clientOf(first.url);
      await ask(client);
      await first[Symbol.asyncDispose]();
      expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
      await using second = await serveAgency(
        (_, response) => sendJson(response, { data: { a: 2 } }),
        Number(new URL(first.url).port),
      );
      expect(await ask(client)).toMatchObject({ kind: 'answered', data: { a: 2 } });
      expect(second.questions).toHaveLength(1);
      await client.close();
    });
  });

  describe('a request that ends', () => {
    test('ends its fetches, with its own reason', async () => {
      const ending = new AbortController();
      await using agency = await serveAgency(() => ending.abort(failure('SHUTTING_DOWN')));
      const client = clientOf(agency.url);
      expect(codeOf(await ask(client, ending.signal))).toBe('SHUTTING_DOWN');
      await client.close();
    });

    test('that has ended asks nobody', async () => {
      await using agency = await serveAgency((_, response) => sendJson(response, { data: {} }));
      const client = clientOf(agency.url);
      expect(codeOf(await ask(client, AbortSignal.abort()))).toBe('DEADLINE_EXCEEDED');
      expect(agency.questions).toHaveLength(0);
      await client.close();
    });
  });

  test('a failure is logged with the agency and the code, and its address stays out of what clients read', async () => {
    const log = recordingLog();
    const agency = await serveAgency(() => undefined);
    await agency[Symbol.asyncDispose]();
    const client = clientOf(agency.url, {}, log);
    const answer = await ask(client);
    await client.close();
    expect(log.lines).toEqual([
      expect.objectContaining({ level: 'warn', agency: 'benefits', code: 'SUBGRAPH_UNAVAILABLE' }),
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
  });
});
