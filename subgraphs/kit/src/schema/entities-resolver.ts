import { isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';

import { subgraphError } from '../errors/index.ts';
import { hasKey } from './entity-keys.ts';
import type { EntityKeys } from './entity-keys.ts';
import type { ReferenceResolver } from './resolvers.ts';
import type { SubgraphContext } from './subgraph-context.ts';

type Context = SubgraphContext<unknown>;

/** The most representations in one request. */
const mostRepresentations = 1000;

const typeOfEntity = new WeakMap<object, string>();

/**
 * `Query._entities` (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec#resolving-entities).
 * The answers stand in the order of the representations; one that is malformed or fails is null with an error
 * at its own index, and the others are answered.
 */
export function entitiesResolver(keys: EntityKeys): GraphQLFieldResolver<unknown, Context> {
  return (_source, { representations }: { readonly representations: readonly unknown[] }, context, info) => {
    if (representations.length > mostRepresentations) {
      throw subgraphError('LIST_TOO_LONG', {
        message: `At most ${mostRepresentations} representations at a time.`,
      });
    }
    return representations.map((representation) => resolveEntity(keys, representation, context, info));
  };
}

/** The type of an object that `_entities` has answered with. */
export function entityTypeOf(entity: unknown): string | undefined {
  return typeof entity === 'object' && entity !== null ? typeOfEntity.get(entity) : undefined;
}

async function resolveEntity(
  keys: EntityKeys,
  representation: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  const type = readEntityType(keys, representation, info);
  const entity: unknown = await referenceResolverOf(type)?.(representation, context, info);
  if (typeof entity !== 'object' || entity === null) return null;
  if (entity instanceof Error) throw entity;
  typeOfEntity.set(entity, type.name);
  return entity;
}

function readEntityType(
  keys: EntityKeys,
  representation: unknown,
  info: GraphQLResolveInfo,
): GraphQLObjectType {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
    throw badRepresentation('A representation is an object.');
  }
  const name: unknown =
    Object.hasOwn(representation, '__typename') && Reflect.get(representation, '__typename');
  if (typeof name !== 'string') throw badRepresentation('The representation has no __typename.');
  const ownKeys = keys.get(name);
  const type = info.schema.getType(name);
  if (ownKeys === undefined || !isObjectType(type)) {
    throw badRepresentation('The __typename is none of the entities of this subgraph.');
  }
  if (!ownKeys.some((key) => hasKey(representation, key))) {
    throw badRepresentation(`The representation has no whole key of ${name}.`);
  }
  return type;
}

/** Where @apollo/subgraph keeps the resolver of a type's references. */
export function referenceResolverOf(type: GraphQLObjectType): ReferenceResolver<unknown> | undefined {
  const extensions = type.extensions as {
    apollo?: { subgraph?: { resolveReference?: ReferenceResolver<unknown> } };
  };
  return extensions.apollo?.subgraph?.resolveReference;
}

function badRepresentation(message: string): Error {
  return subgraphError('BAD_REPRESENTATION', { message });
}
