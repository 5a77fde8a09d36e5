import { createRequire } from 'node:module';

import type * as FederationLibrary from '@apollo/federation-internals';

/**
 * Apollo's model of supergraphs, loaded when it is first called for. It takes longer to load than most of the
 * gateway, and some 30 MB: a gateway that serves leaves it to its threads.
 */
export function federationLibrary(): typeof FederationLibrary {
  return createRequire(import.meta.url)('@apollo/federation-internals') as typeof FederationLibrary;
}
