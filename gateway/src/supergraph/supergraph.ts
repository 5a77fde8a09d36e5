import { createHash } from 'node:crypto';

import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

import { agenciesOf } from './agencies-of.ts';
import type { Agency } from './agencies-of.ts';

/** One composed schema: immutable, so that a request that began on it ends on it. */
export interface Supergraph {
  /** SHA-256 of the SDL in hexadecimal: two gateways with the same id serve the same graph. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see: without the federation machinery and without what is `@inaccessible`. */
  readonly apiSchema: GraphQLSchema;
  readonly agencies: readonly Agency[];
}

/**
 * Builds a supergraph from composed SDL.
 *
 * Every feature is accepted (`supportedFeatures: null`), the security directives included: this gateway
 * enforces them itself.
 *
 * @throws GraphQLError if the text is not a supergraph.
 */
export function buildSupergraph(sdl: string): Supergraph {
  return build(sdl, true);
}

/** The supergraph of a text that composition has just written: to validate it again would take as long as all the rest. */
export function composedSupergraph(sdl: string): Supergraph {
  return build(sdl, false);
}

function build(sdl: string, validateSupergraph: boolean): Supergraph {
  const schema = FederationSupergraph.build(sdl, { supportedFeatures: null, validateSupergraph });
  return {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    apiSchema: schema.apiSchema().toGraphQLJSSchema(),
    agencies: agenciesOf(sdl),
  };
}
