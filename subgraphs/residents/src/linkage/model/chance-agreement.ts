import type { RecordTable } from '../columns/index.ts';
import type { Comparison } from '../comparison/index.ts';

const seed = 20_260_101;

/**
 * How often each level occurs between two records drawn at random, for each comparison; each row sums to 1 over the
 * pairs that can be compared, whose share is given beside it. Where values have frequencies, full agreement is
 * counted exactly from them.
 */
export interface ChanceAgreement {
  readonly levels: readonly (readonly number[])[];
  /** Share of all pairs in which both records have something to compare. */
  readonly comparable: readonly number[];
}

/** Estimates chance agreement from so many random pairs; from as many as there are, where there are fewer. */
export function chanceAgreement(
  table: RecordTable,
  comparisons: readonly Comparison[],
  samples: number,
  isWanted?: (one: number, other: number) => boolean,
): ChanceAgreement {
  const random = generator(seed);
  const allPairs = (table.count * (table.count - 1)) / 2;
  const pairs = drawPairs(table.count, Math.min(samples, allPairs), random, isWanted);
  const rows = comparisons.map(({ bind, levels }) => ({ compare: bind(table), counts: levels.map(() => 0) }));
  for (const [one, other] of pairs) {
    for (const { compare, counts } of rows) {
      const level = compare(one, other);
      if (level >= 0) counts[level]! += 1;
    }
  }
  const comparable = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  return {
    levels: rows.map(({ counts }, index) =>
      withExactShare(
        counts.map((count) => count / Math.max(1, comparable[index]!)),
        exactShare(table, comparisons[index]!),
      ),
    ),
    comparable: comparable.map((count) => count / Math.max(1, pairs.length)),
  };
}

/** The closed form of full agreement: a value that n of N records have is met twice with n(n - 1) / N(N - 1). */
function exactShare(table: RecordTable, { frequency }: Comparison): number | null {
  if (frequency === null || frequency === 'postalCode') return null;
  let [all, equal] = [0, 0];
  for (const count of table.columns[frequency].counts.subarray(1)) {
    all += count;
    equal += count * (count - 1);
  }
  return all < 2 ? null : equal / (all * (all - 1));
}

function withExactShare(levels: readonly number[], exact: number | null): readonly number[] {
  if (exact === null) return levels;
  const rest = levels.slice(1).reduce((sum, share) => sum + share, 0);
  return levels.map((share, level) => (level === 0 ? exact : rest === 0 ? 0 : (share / rest) * (1 - exact)));
}

function drawPairs(
  count: number,
  samples: number,
  random: () => number,
  isWanted?: (one: number, other: number) => boolean,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  if (count < 2) return pairs;
  for (let drawn = 0; drawn < samples; drawn += 1) {
    const [one, other] = [Math.floor(random() * count), Math.floor(random() * count)];
    if (one !== other && (isWanted === undefined || isWanted(one, other))) pairs.push([one, other]);
  }
  return pairs;
}

/** Mulberry32: small, fast, and the same on every machine; chance for drawing samples, not for secrets. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
