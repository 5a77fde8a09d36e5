import type { GovernanceState } from '../../governance/index.ts';
import type { Category } from '../categories/index.ts';
import type { Requirements } from '../requirements/index.ts';
import type { Statute } from '../statutes/index.ts';
import type { AgreementIndex } from './agreement-index.ts';

/** Everything that decisions are made by, ready to be looked up. */
export interface PolicyRules {
  readonly requirements: Requirements;
  readonly categories: ReadonlyMap<string, Category>;
  readonly agreements: AgreementIndex;
  /** Those that cover a category, by its name. */
  readonly statutes: ReadonlyMap<string, readonly Statute[]>;
  readonly state: GovernanceState;
}
