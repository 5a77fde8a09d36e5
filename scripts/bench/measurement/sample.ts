/** What one contender did in one round. */
export interface Sample {
  readonly rps: number;
  /** Of the contender's processes, for each request; null on systems without /proc. */
  readonly cpuMs: number | null;
  readonly p50: number;
  readonly p99: number;
  /** The most resident memory during the round; null on systems without /proc. */
  readonly rssMb: number | null;
  /** Requests to subgraphs for each request: fewer than the plan has where fetches in flight are shared. */
  readonly fetches: number;
  /** Requests that weren't answered with status 200. */
  readonly failures: number;
}
