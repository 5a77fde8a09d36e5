export { buildSchema } from './build-schema.ts';
export { columns } from './columns.ts';
export { argumentOf, federationNames } from './federation-names.ts';
export type { FederationNames } from './federation-names.ts';
export { objectTypes } from './object-types.ts';
export type { ObjectTypeNode } from './object-types.ts';
export { readSchema } from './read-schema.ts';
export type { EnumValues, FieldResolver, ReferenceResolver, Resolvers, TypeResolvers } from './resolvers.ts';
export type { SubgraphContext } from './subgraph-context.ts';
