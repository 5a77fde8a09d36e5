import type { Figures } from '../measurement/index.ts';

/** What the benchmark found. */
export interface BenchmarkResults {
  /** By query, then by contender. */
  readonly queries: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly leftOut: readonly LeftOut[];
  /** Whether each contender had a core to itself. */
  readonly isPinned: boolean;
  /** Whether gateways shared fetches between requests. */
  readonly isSharing: boolean;
  readonly rounds: number;
  readonly starts: number;
  readonly seconds: number;
  readonly connections: number;
  /** Whether requests came at half the rate that the slowest contender can take. */
  readonly isHalfLoad: boolean;
  readonly node: string;
}

/** A contender that has no figures for a query, and why. */
export interface LeftOut {
  readonly query: string;
  readonly name: string;
  readonly reason: string;
}
