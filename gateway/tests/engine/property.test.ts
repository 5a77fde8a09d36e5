import { describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, integer, pre, sample } from 'fast-check';
import { execute, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';

import { Failure } from '../../src/errors/index.ts';
import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';
import type { TestSubgraph } from './fixtures/local-client.ts';
import { printAgency, printWhole } from './random/print-schema.ts';
import type { RandomOperation } from './random/random-operation.ts';
import { randomOperation } from './random/random-operation.ts';
import { randomSchema } from './random/random-schema.ts';
import { agencyResolvers, wholeResolvers } from './random/resolvers.ts';
import type { JsonAnswer } from './random/same-answer.ts';
import { essence } from './random/same-answer.ts';
import { World } from './random/world.ts';

/** Schemas and operations for each: `ENGINE_CASES=200x50` for a long run, `ENGINE_SEED` for another one. */
const [schemas = 12, operations = 30] = (process.env['ENGINE_CASES'] ?? '12x30').split('x').map(Number);
const seed = Number(process.env['ENGINE_SEED'] ?? 1);

const timeLimit = 600_000;

interface RandomGraph extends AsyncDisposable {
  readonly whole: GraphQLSchema;
  readonly split: TestGraph;
}

async function randomGraph(schemaSeed: number): Promise<RandomGraph> {
  const schema = randomSchema(schemaSeed);
  const world = new World(schema, schemaSeed);
  const agencies = schema.agencies.map((agency): [string, TestSubgraph] => [
    agency,
    { schema: printAgency(schema, agency), resolvers: agencyResolvers(schema, world, agency) },
  ]);
  const split = await testGraph(Object.fromEntries(agencies));
  const whole = buildSubgraphSchema({
    typeDefs: parse(printWhole(schema)),
    resolvers: wholeResolvers(schema, world),
  });
  return { whole, split, [Symbol.asyncDispose]: () => split[Symbol.asyncDispose]() };
}

async function wholeAnswer(
  schema: GraphQLSchema,
  { query, variables }: RandomOperation,
): Promise<JsonAnswer> {
  const result = await execute({ schema, document: parse(query), variableValues: variables });
  return JSON.parse(JSON.stringify(result)) as JsonAnswer;
}

/** Some random operations take the planner longer than it may. */
function unlessTooMuch(thrown: unknown): undefined {
  if (!(thrown instanceof Failure) || thrown.code !== 'OPERATION_LIMIT_EXCEEDED') throw thrown;
}

describe('any operation over any split of any schema', () => {
  const schemaSeeds = sample(integer({ min: 1, max: 2 ** 30 }), { numRuns: schemas, seed });

  test.each(schemaSeeds)(
    'is answered as by one server (schema %i)',
    async (schemaSeed) => {
      await using graph = await randomGraph(schemaSeed);
      const apiSchema = graph.split.supergraph.apiSchema;
      await assert(
        asyncProperty(integer(), async (operationSeed) => {
          const operation = randomOperation(apiSchema, operationSeed);
          const expected = await wholeAnswer(graph.whole, operation);
          const answer = await graph.split.ask(operation.query, operation.variables).catch(unlessTooMuch);
          pre(answer !== undefined);
          expect({ operation, ...essence(answer) }).toEqual({
            operation,
            ...essence(expected),
          });
        }),
        { numRuns: operations, seed, endOnFailure: true },
      );
    },
    timeLimit,
  );
});
