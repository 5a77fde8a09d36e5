import type { HouseholdDraft } from '../households/index.ts';
import type { Trap } from '../truth.ts';

/** One household of the fixed cast: who they are and what happens to them, day by day. */
export interface Story {
  readonly title: string;
  /** The traps that its members carry. */
  readonly traps: readonly Trap[];
  readonly tell: (draft: HouseholdDraft) => void;
}
