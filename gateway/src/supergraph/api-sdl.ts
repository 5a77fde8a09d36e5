import type { Supergraph as FederationSupergraph } from '@apollo/federation-internals';

import { federationLibrary } from './federation-library.ts';

/**
 * What clients see of a supergraph: without the federation machinery and without what is `@inaccessible`.
 * Blocks its thread.
 *
 * Every feature is accepted (`supportedFeatures: null`), the security directives included: this gateway
 * enforces them itself.
 *
 * @param validateSupergraph - not needed for what composition has just written
 * @throws GraphQLError if the text is not a supergraph.
 */
export function apiSdlOf(sdl: string, validateSupergraph: boolean): string {
  const { Supergraph } = federationLibrary();
  return printedApi(Supergraph.build(sdl, { supportedFeatures: null, validateSupergraph }));
}

/** The same of a supergraph that is built already. */
export function printedApi(supergraph: FederationSupergraph): string {
  return federationLibrary().printSchema(supergraph.apiSchema());
}
