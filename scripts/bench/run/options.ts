import type { Contender } from '../contenders/index.ts';
import type { Scenario } from '../scenarios/index.ts';

/** What is measured, and for how long. */
export interface BenchmarkOptions {
  readonly contenders: readonly Contender[];
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  /** Of each contender in each round. */
  readonly seconds: number;
  readonly connections: number;
  /** Whether our gateway runs from its source. */
  readonly isFromSource: boolean;
  /** Whether gateways may answer different requests from one fetch, where they do so by default. */
  readonly isSharing: boolean;
  readonly report: (line: string) => void;
}
