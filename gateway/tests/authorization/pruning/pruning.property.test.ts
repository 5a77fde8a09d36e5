import { describe, expect, test } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { assert, asyncProperty, integer, pre, sample } from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { execute, isInterfaceType, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import type { DecisionTable } from '../../../src/authorization/policy/index.ts';
import { Failure } from '../../../src/errors/index.ts';
import type { SubgraphRequest } from '../../../src/execution/index.ts';
import { agencySchemas } from '../../../src/supergraph/index.ts';
import { Chance } from '../../engine/random/chance.ts';
import { printAgency, printWhole } from '../../engine/random/print-schema.ts';
import { randomOperation } from '../../engine/random/random-operation.ts';
import type { RandomSchema } from '../../engine/random/random-schema.ts';
import { randomSchema } from '../../engine/random/random-schema.ts';
import { agencyResolvers, wholeResolvers } from '../../engine/random/resolvers.ts';
import type { JsonAnswer } from '../../engine/random/same-answer.ts';
import { essence } from '../../engine/random/same-answer.ts';
import { World } from '../../engine/random/world.ts';
import type { TestSubgraph } from '../../engine/fixtures/local-client.ts';
import type { AuthorizedAnswer, AuthorizedGraph } from '../fixtures/authorized-graph.ts';
import { authorizedGraph } from '../fixtures/authorized-graph.ts';
import { denial, permit, toyTable } from '../fixtures/toy-table.ts';

/** Schemas and operations for each: `PRUNING_CASES=100x50` for a long run, `PRUNING_SEED` for another one. */
const [schemas = 8, operations = 25] = (process.env['PRUNING_CASES'] ?? '8x25').split('x').map(Number);
const seed = Number(process.env['PRUNING_SEED'] ?? 1);

const timeLimit = 600_000;

interface RandomGraph extends AsyncDisposable {
  readonly schema: RandomSchema;
  readonly authorized: AuthorizedGraph;
  readonly makeWhole: () => GraphQLSchema;
}

async function randomGraph(schemaSeed: number): Promise<RandomGraph> {
  const schema = randomSchema(schemaSeed);
  const world = new World(schema, schemaSeed);
  const agencies = schema.agencies.map((agency): [string, TestSubgraph] => [
    agency,
    { schema: printAgency(schema, agency), resolvers: agencyResolvers(schema, world, agency) },
  ]);
  const authorized = await authorizedGraph(Object.fromEntries(agencies));
  const makeWhole = (): GraphQLSchema =>
    buildSubgraphSchema({
      typeDefs: parse(printWhole(schema)),
      resolvers: wholeResolvers(schema, world),
    });
  return { schema, authorized, makeWhole, [Symbol.asyncDispose]: () => authorized[Symbol.asyncDispose]() };
}

/** Denies some fields that can be null, what is computed of them, and those of interfaces that they implement. */
function randomDenials({ types, query }: RandomSchema, chance: Chance): ReadonlySet<string> {
  const denied = new Set<string>();
  const isDenied = (): boolean => chance.is(0.25);
  for (const { name, type } of query) if (!type.endsWith('!') && isDenied()) denied.add(`Query.${name}`);
  for (const { name, fields } of types) {
    if (isDenied()) denied.add(`${name}.tag`);
    for (const field of fields) {
      const isOfDenied = field.requires !== undefined && denied.has(`${name}.${field.requires}`);
      if (isOfDenied || (!field.type.endsWith('!') && isDenied())) denied.add(`${name}.${field.name}`);
    }
  }
  if (types.some(({ name, interfaces }) => interfaces.length > 0 && denied.has(`${name}.tag`)))
    denied.add('I0.tag');
  return denied;
}

function tableOf(denied: ReadonlySet<string>): DecisionTable {
  const fields = Object.fromEntries([...denied].map((coordinate) => [coordinate, denial(coordinate)]));
  return { ...toyTable({ fields }), ofField: (coordinate) => fields[coordinate] ?? permit() };
}

/** The same server without the denied values: what an answer is when the withheld is taken from it. */
async function answerWithout(
  whole: GraphQLSchema,
  denied: ReadonlySet<string>,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<JsonAnswer> {
  for (const type of Object.values(whole.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (denied.has(`${type.name}.${field.name}`)) field.resolve = () => null;
    }
  }
  const result = await execute({ schema: whole, document: parse(query), variableValues });
  return JSON.parse(JSON.stringify(result)) as JsonAnswer;
}

function isWithheld({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean {
  return extensions['code'] === 'FIELD_WITHHELD';
}

/** An operation of which nothing is left has no data; here it counts as null in every place. */
function withoutNotices(answer: AuthorizedAnswer): JsonAnswer {
  if (answer.refused) {
    const keys = answer.refused.map(({ path }) => [String(path?.[0]), null]);
    return { data: Object.fromEntries(keys) as unknown };
  }
  const errors = answer.errors?.filter((error) => !isWithheld(error));
  return { data: answer.data, ...(errors && { errors }) };
}

/** Every `Type.field` that was asked of an agency. */
function askedCoordinates(
  requests: readonly SubgraphRequest[],
  schemasByAgency: ReadonlyMap<string, GraphQLSchema>,
): readonly string[] {
  return requests.flatMap(({ agency, query }) => {
    const typeInfo = new TypeInfo(schemasByAgency.get(agency) as GraphQLSchema);
    const found: string[] = [];
    visit(
      parse(query),
      visitWithTypeInfo(typeInfo, {
        Field: ({ name }) => {
          const parent = typeInfo.getParentType();
          const isReal = name.value !== '__typename' && parent;
          if (isReal && !isInterfaceType(parent)) found.push(`${parent.name}.${name.value}`);
        },
      }),
    );
    return found;
  });
}

/** Some random operations take the planner longer than it may. */
function unlessTooMuch(thrown: unknown): undefined {
  if (!(thrown instanceof Failure) || thrown.code !== 'OPERATION_LIMIT_EXCEEDED') throw thrown;
}

describe('any operation over any schema, with any fields denied,', () => {
  const schemaSeeds = sample(integer({ min: 1, max: 2 ** 30 }), { numRuns: schemas, seed });

  test.each(schemaSeeds)(
    'is answered as ever but for the withheld, and no agency is asked for that (schema %i)',
    async (schemaSeed) => {
      await using graph = await randomGraph(schemaSeed);
      const { authorized } = graph;
      const { apiSchema, sdl } = authorized.graph.supergraph;
      const agencies = agencySchemas(sdl);
      await assert(
        asyncProperty(integer(), async (operationSeed) => {
          const { query, variables } = randomOperation(apiSchema, operationSeed);
          const denied = randomDenials(graph.schema, new Chance(operationSeed));
          const before = authorized.client.requests.length;
          const answer = await authorized.ask(query, tableOf(denied), { ...variables }).catch(unlessTooMuch);
          pre(answer !== undefined);
          const asked = askedCoordinates(authorized.client.requests.slice(before), agencies);
          expect(asked.filter((coordinate) => denied.has(coordinate))).toEqual([]);
          const expected = await answerWithout(graph.makeWhole(), denied, query, variables);
          expect({ query, denied: [...denied], ...essence(withoutNotices(answer)) }).toEqual({
            query,
            denied: [...denied],
            ...essence(expected),
          });
        }),
        { numRuns: operations, seed, endOnFailure: true },
      );
    },
    timeLimit,
  );
});
