import type { DocumentNode, Location } from 'graphql';
import { parse, Source } from 'graphql';

import type { SubgraphSchema } from '../supergraph/index.ts';

/** A subgraph's schema, parsed with its places kept. */
export interface SchemaDocument {
  readonly subgraph: string;
  readonly document: DocumentNode;
}

/** @throws GraphQLError if the schema is not GraphQL; composition says so first. */
export function schemaDocument({ name, file, sdl }: SubgraphSchema): SchemaDocument {
  return { subgraph: name, document: parse(new Source(sdl, file)) };
}

/** The `file:line` of a part of a schema. */
export function placeOf({ loc }: { readonly loc?: Location | undefined }): { readonly place?: string } {
  return loc ? { place: `${loc.source.name}:${loc.startToken.line}` } : {};
}
