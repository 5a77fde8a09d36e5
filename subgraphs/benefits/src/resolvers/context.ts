import type { SubgraphContext } from '@resident-graph/subgraph-kit';

import type { BenefitsLoaders } from '../loaders.ts';

export type Context = SubgraphContext<BenefitsLoaders>;

/** The arguments of a connection. */
export interface Page {
  readonly first: number;
  readonly after?: string | null;
}
