import type { Knex } from '@resident-graph/subgraph-kit';

import type { Decision } from '../linkage/index.ts';

/** A record of the index that may be of the same person as another, and what is to be done about it. */
export interface Match {
  readonly record: string;
  /** In bits. */
  readonly weight: number;
  readonly decision: Decision;
  /** Whether something in the two records speaks against their being of one person, however alike they are. */
  readonly isContradicted?: boolean;
}

/** Finds who a record may be. */
export interface Matcher {
  /** Records other than the given one, of whatever resident, in any order; read inside the index's transaction. */
  readonly find: (transaction: Knex.Transaction, record: string, person: string) => Promise<readonly Match[]>;
}
