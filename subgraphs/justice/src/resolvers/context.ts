import type { SubgraphContext } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';

export type Context = SubgraphContext<JusticeLoaders>;

/** The arguments of a list that is paged. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** A resident with all of the agency's own person records. */
export interface KnownResident {
  readonly subjects: readonly number[];
}
