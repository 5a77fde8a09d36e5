import { median } from './median.ts';
import type { Sample } from './sample.ts';

/** One contender's figures for one query: medians of the rounds. */
export interface Figures {
  readonly rps: number;
  readonly cpuMs: number | null;
  readonly p50: number;
  readonly p99: number;
  /** The most of all rounds. */
  readonly rssMb: number | null;
  /** Whether it answers as our gateway does. */
  readonly sameAnswer: boolean;
  /** From its start to its first answer, the median of its starts. */
  readonly startMs: number;
  /** Requests to subgraphs for each request. */
  readonly fetches: number;
  /** Requests of all rounds that weren't answered with status 200. */
  readonly failures: number;
}

/** Puts a contender's rounds together. */
export function figuresOf(
  samples: readonly Sample[],
  { sameAnswer, startMs }: Pick<Figures, 'sameAnswer' | 'startMs'>,
): Figures {
  const middle = (key: 'rps' | 'cpuMs' | 'p50' | 'p99' | 'fetches'): number | null =>
    rounded(median(samples.map((sample) => sample[key])));
  const memory = samples.map(({ rssMb }) => rssMb).filter((rssMb) => rssMb !== null);
  return {
    rps: middle('rps') ?? 0,
    cpuMs: middle('cpuMs'),
    p50: middle('p50') ?? 0,
    p99: middle('p99') ?? 0,
    rssMb: memory.length === 0 ? null : rounded(Math.max(...memory)),
    sameAnswer,
    startMs: Math.round(startMs),
    fetches: middle('fetches') ?? 0,
    failures: samples.reduce((sum, { failures }) => sum + failures, 0),
  };
}

function rounded(number: number | null): number | null {
  return number === null ? null : Number(number.toPrecision(4));
}
