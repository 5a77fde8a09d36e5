import type { RecordTable } from '../columns/index.ts';
import type { Comparator, Comparison } from '../comparison/index.ts';
import { frequenciesOf, type Frequencies } from './frequencies.ts';
import type { LinkageModel } from './model.ts';

/** Weighs pairs of a table's records by a model. */
export interface Scorer {
  /** The weight of a pair in bits: the logarithm of the odds that both records are of one person. */
  readonly weight: (one: number, other: number) => number;
  /** The same where the levels are known already, in their array from a place on; the record is one of the pair. */
  readonly weightOf: (levels: ArrayLike<number>, one: number, from?: number) => number;
  /** The level of each comparison, -1 where it is missing. */
  readonly levels: (one: number, other: number) => Int8Array;
}

/** No value is taken to be rarer than this share of the records that have one, however few there are. */
const rarest = 1e-7;

/**
 * A scorer for the records of a table. The levels of a pair give the likelihood of each class; where a pair agrees
 * fully on a value whose frequency counts, the strangers' chance is that of this value, not of values on average.
 */
export function createScorer(
  table: RecordTable,
  comparisons: readonly Comparison[],
  model: LinkageModel,
  { shares, togetherness }: Frequencies = frequenciesOf(table, comparisons, model),
): Scorer {
  const comparators: Comparator[] = comparisons.map(({ bind }) => bind(table));
  const same = logs(model.comparisons.map((parameters) => parameters.same));
  const household = logs(model.comparisons.map((parameters) => parameters.household));
  const strangers = logs(model.comparisons.map((parameters) => parameters.strangers));
  const start = [model.share.same, model.share.household, model.share.strangers].map((share) =>
    Math.log2(share || 1e-30),
  );
  const isAsStrangers = comparisons.map((comparison) => comparison.household === 'as strangers');
  const kept = new Int8Array(comparisons.length);
  const [given, surname] = ['givenName', 'surname'].map((name) =>
    comparisons.findIndex((one) => one.name === name),
  ) as [number, number];

  function weightOf(levels: ArrayLike<number>, one: number, from = 0): number {
    let [ofSame, ofHousehold, ofStrangers] = start as [number, number, number];
    for (let at = 0; at < comparisons.length; at += 1) {
      const level = levels[from + at]!;
      if (level < 0) continue;
      ofSame += same[at]![level]!;
      const share = level === 0 ? shares[at] : null;
      const adjusted = share ? Math.log2(Math.max(rarest, share(one))) : null;
      ofStrangers += adjusted ?? strangers[at]![level]!;
      ofHousehold += isAsStrangers[at]! && adjusted !== null ? adjusted : household[at]![level]!;
    }
    if (levels[from + given] === 0 && levels[from + surname] === 0) ofStrangers += togetherness(one);
    const more = Math.max(ofHousehold, ofStrangers);
    return ofSame - more - Math.log2(1 + 2 ** (Math.min(ofHousehold, ofStrangers) - more));
  }

  function compare(one: number, other: number): Int8Array {
    for (let at = 0; at < comparators.length; at += 1) kept[at] = comparators[at]!(one, other);
    return kept;
  }

  return { levels: compare, weightOf, weight: (one, other) => weightOf(compare(one, other), one) };
}

/** The probability of a weight in bits. */
export function probabilityOf(weight: number): number {
  return weight > 0 ? 1 / (1 + 2 ** -weight) : 2 ** weight / (1 + 2 ** weight);
}

function logs(of: readonly (readonly number[])[]): readonly Float64Array[] {
  return of.map((shares) => Float64Array.from(shares, Math.log2));
}
