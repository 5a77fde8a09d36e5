export { buildSchema } from './build-schema.ts';
export { columns } from './columns.ts';
export { mostRepresentations } from './entities-resolver.ts';
export { readSchema } from './read-schema.ts';
export type { EnumValues, FieldResolver, ReferenceResolver, Resolvers, TypeResolvers } from './resolvers.ts';
export type { SubgraphContext } from './subgraph-context.ts';
