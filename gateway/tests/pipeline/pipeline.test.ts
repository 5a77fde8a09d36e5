import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import type { Executor } from '../../src/execution/index.ts';
import { openGenerations, stages } from '../../src/pipeline/index.ts';
import type { Supergraph } from '../../src/supergraph/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { fakeEngine, fakeSource, smallSupergraph } from '../world/fake-engine.ts';
import { runningGateway } from '../world/running-gateway.ts';

function spread(name: string): string {
  return `household { ...${name} } household { ...${name} }`;
}

test('the stages stand in their order', () => {
  expect(stages.names).toEqual([
    'authenticate',
    'findDocument',
    'parse',
    'validate',
    'registerDocument',
    'selectOperation',
    'coerceVariables',
    'authorize',
    'plan',
    'execute',
    'record',
  ]);
});

describe('a request', () => {
  test('is answered with data', async () => {
    const { ask } = await runningGateway();
    const answer = await ask('query ($name: String) { greeting(name: $name) }', {
      variables: { name: 'Ada' },
    });
    expect(answer).toEqual({ status: 200, body: { data: { greeting: 'Hello, Ada' } } });
  });

  test('without a token learns nothing of its document', async () => {
    const gateway = await runningGateway();
    const { status, body } = await gateway.ask('{ nonsense', {}, { authorization: 'Bearer x.y.z' });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('for a purpose that its token does not permit is forbidden', async () => {
    const gateway = await runningGateway();
    const token = await gateway.identity.token({ claims: { purposes_of_use: ['COC'] } });
    const headers = { authorization: `Bearer ${token}`, 'purpose-of-use': 'HLEGAL' };
    expect((await gateway.ask('{ greeting }', {}, headers)).status).toBe(403);
  });

  test.each<[string, object, number, string]>([
    ['{ greeting', {}, 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ nonsense }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ ...a } fragment a on Query { ...a }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { greeting }', {}, 400, 'BAD_REQUEST'],
    ['query A { greeting } query B { greeting }', {}, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['query ($id: ID!) { resident(id: $id) { name } }', {}, 400, 'BAD_USER_INPUT'],
    [
      `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: greeting`).join(' ')} }`,
      {},
      400,
      'OPERATION_LIMIT_EXCEEDED',
    ],
  ])(
    'that fails before execution has no data and a status of its own: %s',
    async (query, more, status, code) => {
      const gateway = await runningGateway();
      const answer = await gateway.ask(query, more);
      expect(answer).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
      expect(answer.body).not.toHaveProperty('data');
      expect(gateway.engine.requests).toHaveLength(0);
    },
  );

  test.each(['mutation { rename }', 'mutation { __typename }'])(
    'of a kind that the schema does not have is refused: %s',
    async (query) => {
      const gateway = await runningGateway();
      const apiSchema = buildSchema('type Query { greeting: String }');
      await gateway.source.change({ ...smallSupergraph('queries only'), apiSchema });
      expect(await gateway.ask(query)).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      });
    },
  );

  test('of nested fragments is refused before it is validated, by both media types', async () => {
    const { ask } = await runningGateway();
    const fragments = Array.from(
      { length: 22 },
      (_, level) => `fragment f${level} on Resident { ${spread(`f${level + 1}`)} }`,
    );
    const bomb = `{ resident(id: 1) { ...f0 } } ${fragments.join(' ')} fragment f22 on Resident { undefinedField }`;
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const { status, body } = await ask(bomb, {}, { accept });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_LIMIT_EXCEEDED']);
    }
  });

  test('has an error beside the data that there is, with 200', async () => {
    const { ask } = await runningGateway();
    const { status, body } = await ask('{ greeting fails }');
    expect([status, body.data, body.errors?.length]).toEqual([
      200,
      { greeting: 'Hello, world', fails: null },
      1,
    ]);
  });

  test('is planned under a key of its document and its operation', async () => {
    const { ask, engine } = await runningGateway();
    const two = 'query A { greeting } query B { greeting }';
    await ask(two, { operationName: 'A' });
    await ask(two, { operationName: 'B' });
    await ask('query A { greeting(name: "x") }', { operationName: 'A' });
    await ask(two, { operationName: 'A' });
    expect(new Set(engine.planned).size).toBe(3);
  });

  test('that takes too long ends at its deadline', async () => {
    const gateway = await runningGateway({ 'http.deadlineMilliseconds': '50' });
    const { status, body } = await gateway.ask('{ wait }');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([504, 'DEADLINE_EXCEEDED']);
    expect(gateway.engine.requests[0]?.signal.aborted).toBe(true);
    gateway.engine.release();
  });

  test('whose client goes away is aborted', async () => {
    const gateway = await runningGateway();
    const client = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ wait }' });
    const asked = gateway.fetch('/graphql', { method: 'POST', headers, body, signal: client.signal });
    await gateway.engine.waiting;
    const { signal } = gateway.engine.requests[0] ?? {};
    const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    client.abort();
    await expect(asked).rejects.toThrow();
    await aborted;
    gateway.engine.release();
    await gateway.stop();
    const requests = gateway.log.filter(({ message }) => message === 'request');
    expect(requests).toEqual([expect.objectContaining({ status: 499, codes: ['CLIENT_GONE'] })]);
  });
});

describe('a generation', () => {
  test('serves the requests that began on it, and closes after the last of them', async () => {
    const { ask, engine, source } = await runningGateway();
    const slow = ask('{ wait }');
    await engine.waiting;
    await source.change(smallSupergraph('second', 'extend type Query { added: String }'));
    expect((await ask('{ added }')).status).toBe(200);
    expect(engine.closed).toEqual([]);
    engine.release();
    expect((await slow).body.data).toEqual({ wait: 'done' });
    expect(engine.closed).toEqual(['first']);
  });

  test('is followed by the next, even if that comes while the first is built', async () => {
    const source = fakeSource();
    const engine = fakeEngine();
    const building: { done?: () => void } = {};
    const built = new Promise<void>((resolve) => (building.done = resolve));
    const openExecutor = async (supergraph: Supergraph): Promise<Executor> => {
      await built;
      return engine.open(supergraph);
    };
    const opening = openGenerations({
      source,
      openExecutor,
      introspection: true,
      prepare: async () => undefined,
      log: silentLog,
    });
    const changed = source.change(smallSupergraph('second'));
    building.done?.();
    const generations = await opening;
    await changed;
    expect(generations.current().supergraph.id).toBe('second');
    await generations.close();
  });

  test('that nobody uses closes as soon as the next one is in force', async () => {
    const { engine, source } = await runningGateway();
    await source.change(smallSupergraph('second'));
    expect(engine.closed).toEqual(['first']);
  });

  test('validates by its own schema, although documents are remembered across generations', async () => {
    const { ask, source } = await runningGateway();
    expect((await ask('{ added }')).status).toBe(400);
    await source.change(smallSupergraph('second', 'extend type Query { added: String }'));
    expect((await ask('{ added }')).status).toBe(200);
  });

  test('stays open while an execution that ignores its deadline still runs', async () => {
    const { ask, engine, source } = await runningGateway({ 'http.deadlineMilliseconds': '50' });
    expect((await ask('{ wait }')).status).toBe(504);
    await source.change(smallSupergraph('second'));
    expect(engine.closed).toEqual([]);
    engine.release();
  });

  test('closes with the gateway, and the source with it', async () => {
    const { engine, source, stop } = await runningGateway();
    await stop();
    expect([engine.closed, source.isClosed()]).toEqual([['first'], true]);
  });
});

describe('introspection by configuration', () => {
  test('off: refuses the schema and suggests nothing', async () => {
    const { ask } = await runningGateway({ 'operations.introspection': 'false' });
    expect((await ask('{ __schema { types { name } } }')).body.errors?.[0]?.extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(JSON.stringify((await ask('{ greting }')).body)).not.toContain('greeting');
  });

  test('on: shows the schema', async () => {
    const { ask } = await runningGateway();
    expect((await ask('{ __type(name: "Resident") { name } }')).body.data).toEqual({
      __type: { name: 'Resident' },
    });
  });
});

test('the log tells of a request without anything that the client sent', async () => {
  const gateway = await runningGateway();
  await gateway.ask('query Jane_Doe_123456789 ($id: ID!) { resident(id: $id) { name } }', {
    variables: { id: 'secret-id' },
  });
  await gateway.ask('{ nonsense_123456789 }');
  const lines = gateway.log.filter(({ message }) => message === 'request');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    status: 200,
    codes: [],
    operation: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(lines[1]).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
  expect(JSON.stringify(gateway.log)).not.toMatch(/Jane|123456789|secret-id|Ada/);
});
