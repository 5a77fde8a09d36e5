import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';

import type { SubgraphContext } from './subgraph-context.ts';

/** Methods are compared loosely in their parameters, so that a resolver may say what its parent and arguments are. */
interface ResolverShapes<Loaders> {
  field(
    parent: unknown,
    argumentValues: unknown,
    context: SubgraphContext<Loaders>,
    info: GraphQLResolveInfo,
  ): unknown;
  reference(reference: unknown, context: SubgraphContext<Loaders>, info: GraphQLResolveInfo): unknown;
}

/** How a field gets its value from its parent. */
export type FieldResolver<Loaders> = ResolverShapes<Loaders>['field'];

/** How an entity is found by a representation that has its key. Null, or a promise of it, where there is none. */
export type ReferenceResolver<Loaders> = ResolverShapes<Loaders>['reference'];

/** The resolvers of one object type. */
export type TypeResolvers<Loaders> = {
  readonly __resolveReference?: ReferenceResolver<Loaders>;
} & { readonly [field: string]: FieldResolver<Loaders> };

/** What the values of an enum are in the database: 'HOMELESS' is 1. */
export type EnumValues = Readonly<Record<string, string | number | boolean>>;

/** A GraphQL resolver map: types, enums with internal values, scalars of the agency's own. */
export type Resolvers<Loaders> = Readonly<
  Record<string, TypeResolvers<Loaders> | EnumValues | GraphQLScalarType>
>;
