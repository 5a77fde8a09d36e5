import type { Resolvers } from '@resident-graph/subgraph-kit';

import { codes } from '../codes.ts';
import type { BenefitsLoaders } from '../loaders.ts';
import { childCare } from './child-care.ts';
import { medicaid } from './medicaid.ts';
import { resident } from './resident.ts';
import { snap } from './snap.ts';
import { tanf } from './tanf.ts';

/** The subgraph's resolver map. */
export const resolvers: Resolvers<BenefitsLoaders> = {
  ...codes,
  ...resident,
  ...snap,
  ...tanf,
  ...medicaid,
  ...childCare,
};
