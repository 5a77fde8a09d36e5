import { describe, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';

import { failure } from '../../src/errors/index.ts';
import type { FetchGuard } from '../../src/execution/index.ts';
import { createEngine, createReferenceEngine } from '../../src/execution/index.ts';
import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const people = {
  schema: `
    type Query { people: [Person!]! }
    type Person @key(fields: "id") { id: ID! name: String }
  `,
  resolvers: {
    Query: { people: () => ['1', '2'].map((id) => ({ id })) },
    Person: { name: ({ id }: Keyed) => `name ${id}` },
  },
};

const health = {
  schema: 'type Person @key(fields: "id") { id: ID! visits: Int clinic: String }',
  resolvers: { Person: { visits: ({ id }: Keyed) => Number(id), clinic: () => 'north' } },
};

const query = '{ people { name visits clinic } }';

async function run({ executor }: TestGraph, guard: FetchGuard, context?: unknown): Promise<ExecutionResult> {
  const planned = await executor.plan({ document: parse(query), operationName: null, key: query });
  const { signal } = new AbortController();
  const request = { variables: {}, requestId: 'test', signal, guard, context };
  return JSON.parse(JSON.stringify(await executor.execute(planned, request))) as ExecutionResult;
}

describe.each([
  ['ours', createEngine],
  ['the reference', createReferenceEngine],
])('a guard of the engine that is %s', (_, makeEngine) => {
  async function withGraph<Result>(work: (graph: TestGraph) => Promise<Result>): Promise<Result> {
    await using graph = await testGraph({ people, health }, makeEngine);
    return await work(graph);
  }

  test('sees every fetch, and each is one that the plan foretold', async () => {
    await withGraph(async (graph) => {
      const seen: string[] = [];
      await run(graph, {
        fetch: (request, ask) => {
          seen.push(`${request.agency} ${request.query}`);
          return ask(request);
        },
      });
      const { fetches } = await graph.executor.plan({
        document: parse(query),
        operationName: null,
        key: query,
      });
      expect(fetches.map(({ agency }) => agency)).toEqual(['people', 'health']);
      expect(seen).toHaveLength(2);
      const foretold = fetches.map(({ agency, query: text }) => `${agency} ${text}`.replaceAll(/\s/g, ''));
      expect(seen.map((text) => text.replaceAll(/\s/g, ''))).toEqual(foretold);
    });
  });

  test('may answer in place of an agency, which is then not asked', async () => {
    await withGraph(async (graph) => {
      const answer = await run(graph, {
        fetch: async (request, ask) =>
          request.agency === 'health'
            ? { kind: 'failed', failure: failure('FORBIDDEN', { agency: 'health' }) }
            : ask(request),
      });
      expect(answer.data).toEqual({
        people: [1, 2].map((id) => ({ name: `name ${id}`, visits: null, clinic: null })),
      });
      expect(new Set(answer.errors?.map(({ extensions }) => extensions['code']))).toEqual(
        new Set(['FORBIDDEN']),
      );
      expect(graph.client.requests.map(({ agency }) => agency)).toEqual(['people']);
    });
  });

  test('may withhold single values, each with the failure that the client is told of', async () => {
    await withGraph(async (graph) => {
      const answer = await run(graph, {
        fetch: async (request, ask) => {
          const given = await ask(request);
          if (request.agency !== 'health' || given.kind === 'failed') return given;
          const { _entities: entities } = given.data as { _entities: Record<string, unknown>[] };
          const withheld = entities.map((entity, index) =>
            index === 1 ? { ...entity, visits: null } : entity,
          );
          const error = {
            message: 'not this one',
            path: ['_entities', 1, 'visits'],
            failure: failure('FORBIDDEN', { message: 'No agreement covers this.', agency: 'health' }),
          };
          return { kind: 'answered', data: { _entities: withheld }, errors: [error] };
        },
      });
      expect(answer).toEqual({
        data: {
          people: [
            { name: 'name 1', visits: 1, clinic: 'north' },
            { name: 'name 2', visits: null, clinic: 'north' },
          ],
        },
        errors: [
          {
            message: 'No agreement covers this.',
            path: ['people', 1, 'visits'],
            extensions: { code: 'FORBIDDEN', agency: 'health' },
          },
        ],
      });
    });
  });

  test('may ask for fewer entities and give all of them an answer', async () => {
    await withGraph(async (graph) => {
      const answer = await run(graph, {
        fetch: async (request, ask) => {
          if (request.agency !== 'health') return ask(request);
          const [first] = request.variables['representations'] as unknown[];
          const given = await ask({ ...request, variables: { representations: [first] } });
          if (given.kind === 'failed') return given;
          const { _entities: entities } = given.data as { _entities: unknown[] };
          return { ...given, data: { _entities: [...entities, null] } };
        },
      });
      expect(answer).toEqual({
        data: {
          people: [
            { name: 'name 1', visits: 1, clinic: 'north' },
            { name: 'name 2', visits: null, clinic: null },
          ],
        },
      });
    });
  });

  test('that breaks lets nothing pass', async () => {
    await withGraph(async (graph) => {
      const answer = await run(graph, {
        fetch: (request, ask) => {
          if (request.agency !== 'health') return ask(request);
          throw new Error('secret text of a rule');
        },
      });
      expect(answer.data).toEqual({
        people: [1, 2].map((id) => ({ name: `name ${id}`, visits: null, clinic: null })),
      });
      expect(new Set(answer.errors?.map(({ extensions }) => extensions['code']))).toEqual(
        new Set(['INTERNAL_SERVER_ERROR']),
      );
      expect(JSON.stringify(answer)).not.toContain('secret');
      expect(graph.client.requests.map(({ agency }) => agency)).toEqual(['people']);
    });
  });

  test('and a signer are handed what belongs to the request', async () => {
    await withGraph(async (graph) => {
      const context = { subject: 'caseworker' };
      const seen: unknown[] = [];
      const guard: FetchGuard = {
        fetch: (request, ask) => {
          seen.push(request.context);
          return ask(request);
        },
      };
      await run(graph, guard, context);
      expect(seen).toEqual([context, context]);
      expect(graph.client.requests.map((request) => request.context)).toEqual([context, context]);
    });
  });
});
