import type { Listed } from '../listing.ts';

/** What the checks found. */
export interface CheckReport {
  /** Each has to be corrected. */
  readonly problems: readonly Listed[];
  /** What is worth knowing and fails nothing. */
  readonly hints: readonly string[];
}
