import type { Contender } from '../contenders/index.ts';
import type { Scenario } from '../scenarios/index.ts';

/** What is measured, and for how long. */
export interface BenchmarkOptions {
  readonly contenders: readonly Contender[];
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  /** Turns of each contender that don't count, before those that do. */
  readonly warmRounds: number;
  /** How often each contender is started anew: processes of one build differ by what was compiled in which order. */
  readonly starts: number;
  /** Of each contender in each round. */
  readonly seconds: number;
  readonly connections: number;
  /** Whether requests come at half the rate that the slowest contender can take, instead of as fast as they are answered. */
  readonly isHalfLoad: boolean;
  /** Whether our gateway runs from its source. */
  readonly isFromSource: boolean;
  /** Whether gateways may answer different requests from one fetch, where they do so by default. */
  readonly isSharing: boolean;
  readonly report: (line: string) => void;
}
