import type { AnsweredFetch, FailedFetch } from '../../../subgraph-client/index.ts';
import type { CompiledFetch } from '../../fetches/index.ts';

/** An answer that was read where it stands, and its bytes in case that it has to be read as objects after all. */
export interface ScannedAnswer {
  readonly kind: 'scanned';
  readonly body: Uint8Array;
}

/** What came of a request. */
export type BatchAnswer = ScannedAnswer | AnsweredFetch | FailedFetch;

/** One request of a run. */
export class SpliceBatch {
  readonly fetch: CompiledFetch;
  /** The JSON of what was asked for, if these are entities. */
  readonly representations: string[] | undefined;
  /** Where each entity is kept. */
  readonly cells: number[] = [];
  /** The fetches, by their index, that wait for it. */
  readonly waiting: number[] = [];
  isSettled = false;
  answer: Promise<BatchAnswer> | undefined;

  constructor(fetch: CompiledFetch) {
    this.fetch = fetch;
    this.representations = fetch.entities && [];
  }
}
