/** How one agency has answered since this process began. */
export interface AgencyHealth {
  readonly agency: string;
  readonly breaker: 'closed' | 'half-open' | 'open';
  readonly answered: number;
  /** By the code of the catalogue. */
  readonly failures: readonly { readonly code: string; readonly count: number }[];
  readonly medianMilliseconds: number | null;
  readonly slowMilliseconds: number | null;
  readonly latencies: readonly { readonly atMostMilliseconds: number | null; readonly count: number }[];
  readonly schemaVersion: string;
  readonly since: Date;
}
