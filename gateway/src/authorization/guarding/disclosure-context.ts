import type { RequesterContext } from '../../authentication/index.ts';
import type { AskedAgencies } from '../disclosing/index.ts';
import type { DecisionTable } from '../policy/index.ts';

/** What travels with every fetch of an authorized request (`SubgraphRequest.context`), for whatever signs it. */
export interface DisclosureContext extends RequesterContext {
  /** What the requester may see without knowing the resident, and what depends on the resident. */
  readonly table: DecisionTable;
  /** Of the policy that decided. */
  readonly epoch: number;
  /**
   * Names of categories that depend on the resident and were permitted for every resident among the
   * representations of this fetch; empty where the residents weren't known before it left.
   */
  readonly decidedCategories: readonly string[];
  /** Takes note of every fetch that leaves; nothing where no record is kept. */
  readonly asked: AskedAgencies | null;
}
