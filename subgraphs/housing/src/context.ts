import type { SubgraphContext } from '@resident-graph/subgraph-kit';

import type { Loaders } from './loaders.ts';

/** What every resolver of this subgraph gets beside its parent and arguments. */
export type HousingContext = SubgraphContext<Loaders>;

/** The arguments of a Relay connection. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}
