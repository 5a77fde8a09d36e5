import type { GraphQLSchema } from 'graphql';

import { federationLibrary } from './federation-library.ts';

/**
 * Each agency's own schema as the supergraph knows it, `_entities` included, keyed by the agency's name:
 * what its answers are measured against.
 *
 * @param sdl - a supergraph's, which was validated when that was built
 */
export function agencySchemas(sdl: string): ReadonlyMap<string, GraphQLSchema> {
  const supergraph = federationLibrary().Supergraph.build(sdl, {
    supportedFeatures: null,
    validateSupergraph: false,
  });
  const subgraphs = [...supergraph.subgraphs().values()];
  return new Map(subgraphs.map(({ name, schema }) => [name, schema.toGraphQLJSSchema()]));
}
