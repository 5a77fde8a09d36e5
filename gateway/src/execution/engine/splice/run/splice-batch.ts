import type { AnsweredFetch, FailedFetch } from '../../../subgraph-client/index.ts';
import type { CompiledFetch } from '../../fetches/index.ts';
import type { EntityInputs } from '../program/index.ts';
import { cell } from './entity-cells.ts';
import type { SpliceMemory } from './splice-memory.ts';

/** An answer that was read where it stands in the run's memory. */
export interface ScannedAnswer {
  readonly kind: 'scanned';
  readonly start: number;
  readonly end: number;
}

/** What came of a request. */
export type BatchAnswer = ScannedAnswer | AnsweredFetch | FailedFetch;

/** A batch after the run that made it: what was asked, and what came of it or will. */
export interface KeptBatch {
  readonly fetch: CompiledFetch;
  /** The JSON of each entity that was asked for, if these are entities. */
  readonly representations: readonly string[] | undefined;
  readonly answer: Promise<KeptAnswer>;
}

/** An answer whose bytes were kept, or that was read as objects. */
type KeptAnswer = { readonly kind: 'kept'; readonly body: Uint8Array } | AnsweredFetch | FailedFetch;

/** One request of a run. */
export class SpliceBatch {
  readonly fetch: CompiledFetch;
  /** Where each entity is kept, and how it was represented. */
  readonly cells: number[] = [];
  readonly inputs: EntityInputs[] = [];
  /** The fetches, by their index, that wait for it. */
  readonly waiting: number[] = [];
  /** A run can end while a batch is put together: then nobody was asked. */
  isAsked = false;
  answer: BatchAnswer | undefined;
  #onAnswer: ((answer: BatchAnswer) => void) | undefined;

  constructor(fetch: CompiledFetch) {
    this.fetch = fetch;
  }

  settle(answer: BatchAnswer): void {
    this.answer = answer;
    this.#onAnswer?.(answer);
  }

  /** Takes out of the run's memory what is still needed when that is used again. */
  keep({ bytes, numbers }: SpliceMemory): KeptBatch {
    const { fetch, answer } = this;
    const representations =
      fetch.entities && this.inputs.map((input, index) => textOf(input, this.cells[index] ?? 0));
    return { fetch, representations, answer: this.#kept(answer, bytes) };

    function textOf({ values, closing }: EntityInputs, at: number): string {
      const texts = values.map(({ opening }, index) => {
        const [start, end] = [numbers[at + cell.key + index * 2], numbers[at + cell.key + index * 2 + 1]];
        return `${Buffer.from(opening).toString()}${bytes.toString('utf8', start, end)}`;
      });
      return `${texts.join('')}${Buffer.from(closing).toString()}`;
    }
  }

  /** What comes after the run has ended has been read as objects. */
  #kept(answer: BatchAnswer | undefined, bytes: Buffer): Promise<KeptAnswer> {
    if (!answer) return new Promise((resolve) => (this.#onAnswer = resolve as (late: BatchAnswer) => void));
    const { kind } = answer;
    return Promise.resolve(
      kind === 'scanned'
        ? { kind: 'kept', body: Buffer.from(bytes.subarray(answer.start, answer.end)) }
        : answer,
    );
  }
}
