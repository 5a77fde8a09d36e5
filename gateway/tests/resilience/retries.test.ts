import { describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';

import { failure } from '../../src/errors/index.ts';
import { sendJson, serveAgency } from '../fixtures/agency-server.ts';
import { ask, codeOf, resilientClient } from './agencies.ts';

const query = 'query Q__benefits__0 { a }';
const healthy = { data: { a: 1 } };
const many = { breakerFailures: 100 };

type Answer = (response: ServerResponse) => void;

/** How often an agency is asked that fails in this way at first, and what comes of it. */
async function asked(fail: Answer, text: string, failures = 1): Promise<readonly [string, number]> {
  await using agency = await serveAgency((_, response) =>
    agency.questions.length <= failures ? fail(response) : sendJson(response, healthy),
  );
  const client = resilientClient({ benefits: agency.url }, { ...many, timeoutMilliseconds: 300 });
  return [codeOf(await ask(client, { query: text })), agency.questions.length];
}

const passing: readonly (readonly [string, Answer])[] = [
  ['a connection that breaks', (response) => void response.destroy()],
  ['a status of 502', (response) => void response.writeHead(502).end('<html>')],
  ['a status of 503', (response) => void response.writeHead(503).end()],
  ['a status of 504', (response) => void response.writeHead(504).end()],
];

const lasting: readonly (readonly [string, Answer])[] = [
  ['a status of 500', (response) => void response.writeHead(500).end()],
  ['a status of 429', (response) => void response.writeHead(429).end()],
  ['a status of 404', (response) => void response.writeHead(404).end()],
  ['half a JSON text', (response) => sendJson(response, '{"data":')],
  ['silence', () => undefined],
  ['an error of GraphQL', (response) => sendJson(response, { data: null, errors: [{ message: 'no' }] })],
];

describe('a fetch that failed', () => {
  test.each(passing)('is repeated once if it is a query: %s', async (_, fail) => {
    expect(await asked(fail, query)).toEqual(['answered', 2]);
    expect(await asked(fail, '{ a }')).toEqual(['answered', 2]);
    expect(await asked(fail, query, 2)).toEqual(['SUBGRAPH_UNAVAILABLE', 2]);
  });

  test.each(passing)('is never repeated if it is a mutation: %s', async (_, fail) => {
    expect(await asked(fail, 'mutation M { a }')).toEqual(['SUBGRAPH_UNAVAILABLE', 1]);
  });

  test.each(lasting)('is not repeated when it would fail again: %s', async (_, fail) => {
    expect((await asked(fail, query))[1]).toBe(1);
  });

  test('is not repeated when the time of the request is over', async () => {
    const request = new AbortController();
    await using agency = await serveAgency((_, response) => {
      response.destroy();
      setImmediate(() => request.abort(failure('DEADLINE_EXCEEDED')));
    });
    const client = resilientClient({ benefits: agency.url }, many);
    await ask(client, { query, signal: request.signal });
    expect(agency.questions).toHaveLength(1);
  });
});

describe('the end of a request', () => {
  test('ends its fetches, which are then the timeouts of their agencies', async () => {
    await using agency = await serveAgency(() => undefined);
    const client = resilientClient({ benefits: agency.url });
    const request = new AbortController();
    const fetching = ask(client, { query, signal: request.signal });
    request.abort(failure('DEADLINE_EXCEEDED'));
    expect(await fetching).toMatchObject({ failure: { code: 'SUBGRAPH_TIMEOUT', agency: 'benefits' } });
  });

  test('lets no further fetch begin', async () => {
    await using agency = await serveAgency((_, response) => sendJson(response, healthy));
    const client = resilientClient({ benefits: agency.url });
    const signal = AbortSignal.abort(failure('DEADLINE_EXCEEDED'));
    expect(codeOf(await ask(client, { query, signal }))).toBe('SUBGRAPH_TIMEOUT');
    expect(agency.questions).toHaveLength(0);
  });
});
