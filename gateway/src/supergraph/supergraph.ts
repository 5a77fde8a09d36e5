import { createHash } from 'node:crypto';

import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';

import { agenciesOf } from './agencies-of.ts';
import type { Agency } from './agencies-of.ts';
import { apiSdlOf } from './api-sdl.ts';

/** One composed schema: immutable, so that a request that began on it ends on it. */
export interface Supergraph {
  /** SHA-256 of the SDL in hexadecimal: two gateways with the same id serve the same graph. */
  readonly id: string;
  readonly sdl: string;
  /** The whole of it: with the federation machinery and with what is `@inaccessible`. */
  readonly fullSchema: GraphQLSchema;
  /** What clients see: without the federation machinery and without what is `@inaccessible`. */
  readonly apiSchema: GraphQLSchema;
  readonly agencies: readonly Agency[];
}

/**
 * Builds a supergraph from composed SDL, all in the thread that calls.
 *
 * @throws GraphQLError if the text is not a supergraph.
 */
export function buildSupergraph(sdl: string): Supergraph {
  return supergraphOf(sdl, apiSdlOf(sdl, true));
}

const asValid = { assumeValid: true, assumeValidSDL: true };

/** The supergraph of a text whose API has been worked out, in another thread or before. */
export function supergraphOf(sdl: string, apiSdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    fullSchema: buildASTSchema(document, asValid),
    apiSchema: buildASTSchema(parse(apiSdl, { noLocation: true }), asValid),
    agencies: agenciesOf(document),
  };
}
