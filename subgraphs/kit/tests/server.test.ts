import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineSubgraph, migrate, openDatabase, serveSubgraph } from '@resident-graph/subgraph-kit';
import type { Database, RunningSubgraph } from '@resident-graph/subgraph-kit';
import { auditServer } from 'graphql-http';

import { seedLibrary } from './library/library-seed.ts';
import { libraryDefinition } from './library/library.ts';
import { recordingLog } from './recording-log.ts';

const graphqlResponse = 'application/graphql-response+json';

/** A resolver that waits until the test lets it go on. */
class Gate {
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #reach: () => void = () => undefined;
  open: () => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => (this.#reach = resolve));
    this.#opened = new Promise((resolve) => (this.open = resolve));
  }

  pass(): Promise<void> {
    this.#reach();
    return this.#opened;
  }
}

let gate: Gate | null = null;

const library = defineSubgraph({
  ...libraryDefinition,
  resolvers: {
    ...libraryDefinition.resolvers,
    Query: { libraryBranches: async () => (await gate?.pass(), ['Main']) },
  },
});

let database: Database;
let running: RunningSubgraph;
const log = recordingLog();

beforeAll(async () => {
  database = openDatabase('sqlite::memory:');
  await migrate(library, database);
  await seedLibrary(database);
  running = await serveSubgraph(library, {
    database,
    log,
    maximumRequestBytes: 100_000,
    allowUnsigned: true,
  });
});

afterAll(async () => {
  await running.close();
  await database.destroy();
});

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(running.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: graphqlResponse, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function refusalOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
}

describe('GraphQL over HTTP', () => {
  test('all audits pass but those that may ask by GET, which would write variables into access logs', async () => {
    const results = await auditServer({ url: running.url });
    const failed = results.filter((result) => result.status !== 'ok').map(({ name }) => name);
    expect(failed.filter((name) => !/^MAY .*\bGETs?\b/.test(name))).toEqual([]);
    expect([results.length, failed.length]).toEqual([61, 3]);
  });

  test('a query is answered in the media type that was asked for', async () => {
    const response = await post({ query: '{ libraryBranches }' });
    expect(response.headers.get('content-type')).toBe(`${graphqlResponse}; charset=utf-8`);
    expect(await response.json()).toEqual({ data: { libraryBranches: ['Main'] } });
  });

  test.each([
    ['a body that is no JSON', '{', 400, 'BAD_REQUEST'],
    ['a body that is a list', '[]', 400, 'BAD_REQUEST'],
    ['a request without a query', {}, 400, 'BAD_REQUEST'],
    ['variables that are a text', { query: '{ __typename }', variables: '{}' }, 400, 'BAD_REQUEST'],
    ['a query with a syntax error', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a query with an unknown field', { query: '{ unknown }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an operation that is not there',
      { query: 'query A { __typename }', operationName: 'B' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a missing variable',
      { query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a request that is too large',
      { query: `{ __typename } # ${'x'.repeat(100_000)}` },
      413,
      'REQUEST_TOO_LARGE',
    ],
  ])('%s is refused', async (_what, body, status, code) => {
    expect(await refusalOf(await post(body))).toEqual([status, code]);
  });

  test.each([
    ['a body that is not said to be JSON', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'JSON in another character set',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a client that rules JSON out', { accept: 'application/json;q=0' }, 406, 'NOT_ACCEPTABLE'],
    ['a client that reads neither media type', { accept: 'text/html' }, 406, 'NOT_ACCEPTABLE'],
  ])('%s is refused', async (_what, headers, status, code) => {
    expect(await refusalOf(await post({ query: '{ __typename }' }, headers))).toEqual([status, code]);
  });

  test('another method than POST is refused and told which one is allowed', async () => {
    const response = await fetch(running.url);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await refusalOf(response)).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  test.each(['/nothing', '/%zz'])('the address %s, where nothing is, is not repeated', async (path) => {
    const response = await fetch(new URL(running.url).origin + path);
    const text = await response.clone().text();
    expect(await refusalOf(response)).toEqual([404, 'NOT_FOUND']);
    expect(text).not.toContain(path);
  });

  test("an invalid variable's value is not repeated in the message", async () => {
    const query =
      'query ($first: Int) { _entities(representations: []) { ... on Resident { library { loans(first: $first) { edges { cursor } } } } } }';
    const text = await (await post({ query, variables: { first: 'Jane Roe' } })).text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain('Jane Roe');
  });

  test('more than 1000 representations are refused', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    const r = Array.from({ length: 1001 }, (_, index) => ({ __typename: 'Resident', id: `${index}` }));
    const { errors } = (await (await post({ query, variables: { r } })).json()) as { errors: unknown[] };
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'LIST_TOO_LONG' } })]);
  });

  test('a page of more than 200 entries is refused at its field, and the rest is answered', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id library { loans(first: 201) { edges { cursor } } } } } }';
    const r = [{ __typename: 'Resident', id: 'resident-0' }];
    const answer: unknown = await (await post({ query, variables: { r } })).json();
    expect(answer).toMatchObject({
      data: { _entities: [{ id: 'resident-0', library: { loans: null } }] },
      errors: [
        {
          path: ['_entities', 0, 'library', 'loans'],
          extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
        },
      ],
    });
  });
});

const health = (name: string): Promise<Response> => fetch(new URL(`/health/${name}`, running.url));

describe('health', () => {
  test('it is live', async () => {
    expect((await health('live')).status).toBe(200);
  });

  test('it is ready while the database answers, and not otherwise', async () => {
    expect((await health('ready')).status).toBe(200);
    const closed = openDatabase('sqlite:/no/such/folder/file.sqlite');
    const unready = await serveSubgraph(library, { database: closed, log, allowUnsigned: true });
    const response = await fetch(new URL('/health/ready', unready.url));
    await unready.close();
    await closed.destroy();
    expect(response.status).toBe(503);
  });
});

test('it is not ready before the database is migrated, and is from then on', async () => {
  const empty = openDatabase('sqlite::memory:');
  const unready = await serveSubgraph(library, { database: empty, log, allowUnsigned: true });
  const ready = async (): Promise<unknown> => (await fetch(new URL('/health/ready', unready.url))).json();
  expect(await ready()).toEqual({ status: 'database not migrated' });
  await migrate(library, empty);
  expect(await ready()).toEqual({ status: 'ready' });
  await unready.close();
  await empty.destroy();
});

describe('closing', () => {
  test('what is in flight is answered, and nothing more is taken', async () => {
    const closing = await serveSubgraph(library, { database, log, allowUnsigned: true });
    const held = new Gate();
    gate = held;
    const inFlight = fetch(closing.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ libraryBranches }"}',
    });
    await held.reached;
    gate = null;
    const closed = closing.close();
    const another = await fetch(new URL('/health/ready', closing.url)).then(
      ({ status }) => status,
      () => 'refused',
    );
    expect([503, 'refused']).toContain(another);
    held.open();
    expect(await (await inFlight).json()).toEqual({ data: { libraryBranches: ['Main'] } });
    await closed;
  });
});

test('no request on a connection that is kept alive fails when it closes', async () => {
  const busy = await serveSubgraph(library, { database, log, allowUnsigned: true });
  const begun = new Gate();
  let answered = 0;
  const askUntilToldToLeave = async (): Promise<string> => {
    for (;;) {
      const response = await fetch(new URL('/health/live', busy.url));
      const { status } = (await response.json()) as { status: string };
      answered += 1;
      if (answered === 200) void begun.pass();
      if (response.headers.get('connection') === 'close') return status;
    }
  };
  const clients = Array.from({ length: 20 }, () => askUntilToldToLeave());
  const last = Promise.allSettled(clients);
  await begun.reached;
  await busy.close();
  expect(await last).toEqual(clients.map(() => ({ status: 'fulfilled', value: 'live' })));
});

test('it listens on 127.0.0.1 alone', async () => {
  const url = new URL(running.url);
  expect(url.hostname).toBe('127.0.0.1');
  url.hostname = '127.0.0.2';
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
