import type { Pairs } from '../candidates/index.ts';
import type { RecordTable } from '../columns/index.ts';
import type { Comparison } from '../comparison/index.ts';
import { PatternNumbers } from './pattern-numbers.ts';

/** Levels of all comparisons as they occur together, each kind counted once: what the model is fitted to. */
export interface Patterns {
  readonly count: number;
  /** Level of comparison `c` in pattern `p` at `p * width + c`; -1 where it is missing. */
  readonly levels: Int8Array;
  readonly width: number;
  /** How many pairs show each pattern. */
  readonly occurrences: Float64Array;
  /** The pattern of each pair. */
  readonly ofPair: Uint32Array;
}

const levelsAtMost = 11;

/** Compares every pair and numbers the patterns. */
export function patternsOf(table: RecordTable, pairs: Pairs, comparisons: readonly Comparison[]): Patterns {
  const comparators = comparisons.map(({ bind }) => bind(table));
  const width = comparators.length;
  const half = Math.floor(width / 2);
  const numbers = new PatternNumbers();
  const ofPair = new Uint32Array(pairs.count);
  const [levels, occurrences]: [number[], number[]] = [[], []];
  const current = new Int8Array(width);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [one, other] = [pairs.ones[pair]!, pairs.others[pair]!];
    for (let at = 0; at < width; at += 1) current[at] = comparators[at]!(one, other);
    const number = numbers.number(keyOf(current, 0, half), keyOf(current, half, width));
    if (number === occurrences.length) {
      occurrences.push(0);
      levels.push(...current);
    }
    occurrences[number]! += 1;
    ofPair[pair] = number;
  }
  return {
    count: occurrences.length,
    levels: Int8Array.from(levels),
    width,
    occurrences: Float64Array.from(occurrences),
    ofPair,
  };
}

function keyOf(levels: Int8Array, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at += 1) key = key * levelsAtMost + levels[at]! + 1;
  return key;
}
