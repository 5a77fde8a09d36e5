import { CacheMeter } from './cache-meter.ts';
import { Latencies } from './latencies.ts';
import { Tally } from './tally.ts';

/** What there is to know of the fetches to one agency. */
export interface FetchFigures {
  /** By the code of the failure, or `OK`. */
  readonly outcomes: Tally;
  readonly times: Latencies;
}

/** Whatever stands before an agency and may leave it alone. */
export interface WatchedBreaker {
  readonly state: BreakerState;
}

/** `half-open`: one fetch is trying the agency. */
export type BreakerState = (typeof breakerStates)[number];

export const breakerStates = ['closed', 'half-open', 'open'] as const;

const fetches = new Map<string, FetchFigures>();
const breakers = new Map<string, WeakRef<WatchedBreaker>>();

/**
 * What this process has done since it began, as numbers that nobody looks at unless metrics are asked for. Names in it
 * are codes of the catalogue and agencies; nothing of a request's content or of a person ever is.
 */
export const figures = {
  /** By the first code of the answer, or `OK`. */
  requests: new Tally(),
  requestTimes: new Latencies(),
  caches: {
    documents: new CacheMeter(),
    validatedDocuments: new CacheMeter(),
    persistedDocuments: new CacheMeter(),
    plans: new CacheMeter(),
    responseShapes: new CacheMeter(),
    tokens: new CacheMeter(),
    decisionTables: new CacheMeter(),
    prunedOperations: new CacheMeter(),
  },
  fetches,
  breakers,

  /** Of the fetches to an agency, which may be asked by several supergraphs one after the other. */
  fetchesTo(agency: string): FetchFigures {
    const known = fetches.get(agency) ?? { outcomes: new Tally(), times: new Latencies() };
    fetches.set(agency, known);
    return known;
  },

  /** The latest breaker of an agency counts. */
  watchBreaker(agency: string, breaker: WatchedBreaker): void {
    breakers.set(agency, new WeakRef(breaker));
  },
};
