import type { FetchNode } from '../../../supergraph/index.ts';

/** A boolean variable that must have a value for a step to run. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

/** One fetch of a plan. */
export interface PlanStep {
  readonly id: number;
  readonly fetch: FetchNode;
  /** Where its objects are, by keys of the data; `@` stands for every item of a list. */
  readonly paths: readonly (readonly string[])[];
  readonly conditions: readonly Condition[];
  /** The ids of the steps that it waits for. */
  readonly after: ReadonlySet<number>;
  /** The steps that went into it, for objects that can't be represented for all of them. */
  readonly separately?: readonly PlanStep[];
}
