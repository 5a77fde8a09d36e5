import type { Agency } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';

/** How much an agency may fail, and how much it may be asked at once. */
export interface ResilienceOptions {
  readonly agencies: readonly Agency[];
  /** Fetches of one agency at a time; further ones fail at once. */
  readonly maximumFetches: number;
  /** Failures in a row after which the agency is left alone. */
  readonly breakerFailures: number;
  /** How long it is left alone before one fetch finds out whether it has healed. */
  readonly breakerRestMilliseconds: number;
  readonly log: Logger;
}
