import { createRequire } from 'node:module';

import type { buildSubgraphSchema as Build } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

import { ConfigurationError } from '../errors/index.ts';
import { boundAnswers } from '../limits/index.ts';
import { checkResolvers } from './check-resolvers.ts';
import { completeResidents } from './complete-residents.ts';
import { entitiesResolver, entityTypeOf } from './entities-resolver.ts';
import { entityKeys } from './entity-keys.ts';
import type { Resolvers } from './resolvers.ts';
import { scalars } from './scalars/index.ts';

const { buildSubgraphSchema } = createRequire(import.meta.url)('@apollo/subgraph') as {
  buildSubgraphSchema: typeof Build;
};

/**
 * Makes the executable schema of a subgraph from what its agency wrote.
 *
 * @throws ConfigurationError that names the place in the schema or the resolvers, and the remedy.
 */
export function buildSchema(sdl: string, resolvers: Resolvers<never>): GraphQLSchema {
  const document = parseSchema(sdl);
  const keys = entityKeys(document);
  const schema = federate(document, { ...offeredScalars(document), ...resolvers });
  checkResolvers(schema, keys, resolvers);
  completeResidents(schema);
  answerFederation(schema, sdl, keys);
  boundAnswers(schema);
  return schema;
}

function parseSchema(sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    const [location] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    throw new ConfigurationError({
      place: location === undefined ? 'schema' : `schema, line ${location.line}, column ${location.column}`,
      message: (error as Error).message,
      remedy: 'Correct the syntax there.',
    });
  }
}

function federate(document: DocumentNode, resolvers: Readonly<Record<string, unknown>>): GraphQLSchema {
  try {
    return buildSubgraphSchema({ typeDefs: document, resolvers: resolvers as never });
  } catch (error) {
    throw new ConfigurationError({
      place: 'schema',
      message: (error as Error).message,
      remedy: 'Correct the type or field that the message names; federation cannot compose it as it is.',
    });
  }
}

function offeredScalars(document: DocumentNode): Readonly<Record<string, unknown>> {
  const declared = new Set(
    document.definitions.map((node) => ('name' in node ? node.name?.value : undefined)),
  );
  const offered = Object.entries(scalars).filter(([name]) => declared.has(name));
  // Only behaviour is taken; name and description are the schema's own.
  return Object.fromEntries(
    offered.map(([name, { serialize, parseValue, parseLiteral }]) => [
      name,
      { serialize, parseValue, parseLiteral },
    ]),
  );
}

function answerFederation(schema: GraphQLSchema, sdl: string, keys: ReturnType<typeof entityKeys>): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  if (fields['_service'] !== undefined) fields['_service'].resolve = () => ({ sdl });
  if (fields['_entities'] !== undefined) fields['_entities'].resolve = entitiesResolver(keys);
  const entity = schema.getType('_Entity');
  if (entity !== undefined && 'resolveType' in entity) entity.resolveType = entityTypeOf;
}
