import type { SubgraphContext } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';

export type Context = SubgraphContext<BehavioralHealthLoaders>;

/** The arguments of a list that is paged. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}
