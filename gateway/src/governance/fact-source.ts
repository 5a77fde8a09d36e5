import type { Caller } from '../authentication/index.ts';
import type { EmergencyDeclaration, ResidentFacts } from './facts/index.ts';

/** An agency's own narrowing of what its agreements grant; in force until it is lifted. */
export interface Restriction {
  readonly agency: string;
  /** Null: everything of the agency (its kill switch). */
  readonly categories: readonly string[] | null;
}

/** What is in force for everybody at one time, the same in all processes that share the database. */
export interface GovernanceState {
  /** Grows with every change of anything that decisions are cached by; never goes back. */
  readonly epoch: number;
  /** Declared and confirmed; each counts from its start to its end. */
  readonly declarations: readonly EmergencyDeclaration[];
  readonly restrictions: readonly Restriction[];
  /**
   * The database hasn't answered for two seconds: a restriction may be in force that isn't known here, so whoever
   * decides by this state must deny.
   */
  readonly isStale: boolean;
}

/** Where decisions find the facts that they depend on. */
export interface FactSource {
  /**
   * The facts about residents as far as they concern one requester, in one statement per table for all of them,
   * read at each call. A resident of whom nothing is on file has empty facts.
   *
   * @throws Failure SUBGRAPH_UNAVAILABLE if the database doesn't answer: the caller must then deny.
   */
  readonly factsOf: (
    residentIds: readonly string[],
    requester: Caller,
    at: Date,
  ) => Promise<ReadonlyMap<string, ResidentFacts>>;
  /** As last read; never older than one second while the database answers. */
  readonly state: () => GovernanceState;
  /** Called with each new epoch, and when the state becomes stale or fresh. */
  readonly onStateChange: (listener: (state: GovernanceState) => void) => void;
}
