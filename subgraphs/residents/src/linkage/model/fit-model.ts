import type { Comparison } from '../comparison/index.ts';
import type { ChanceAgreement } from './chance-agreement.ts';
import type { ComparisonParameters, LinkageModel } from './model.ts';
import type { Patterns } from './patterns.ts';

export interface FitOptions {
  readonly records: number;
  /** How many pairs of records there are in all, compared or not. */
  readonly allPairs: number;
  readonly chance: ChanceAgreement;
}

const mostIterations = 300;
const settled = 1e-6;

/** Pairs that each level is taken to have been seen in before anything was, so that no level is impossible. */
const seenBefore = 0.5;

/** Chance agreement is corrected for pairs of one person down to this share of what was measured. */
const leastOfChance = 0.05;

/** At most this share of those who live together are named after one another. */
const namedAlike = 0.05;

const startOfSame = 0.85;
const startOfHousehold = 0.6;

type Table = number[][];

interface Classes {
  same: Table;
  household: Table;
  strangers: Table;
  share: { same: number; household: number; strangers: number };
}

/**
 * Fits the three classes by expectation-maximisation, without any labelled pair (Winkler 1988, with a third class).
 *
 * 1. Shares are shares of all pairs, compared or not: those that no key brought together are taken for strangers.
 *    So it does not matter to the weights which keys there are.
 * 2. E: each pattern is divided among the classes by Bayes' rule, levels being independent within a class.
 * 3. M: the levels of `same` are learned from all comparisons, those of `household` from those that living together
 *    changes; in the others, who lives together is as alike as strangers are.
 * 4. Strangers: what chance agreement has measured, less the pairs that were found to be of the other classes,
 *    which in small data are most of those that agree.
 */
export function fitModel(
  comparisons: readonly Comparison[],
  patterns: Patterns,
  options: FitOptions,
): LinkageModel {
  const classes = start(comparisons, patterns, options);
  let iterations = 0;
  for (let change = 1; change > settled && iterations < mostIterations; iterations += 1) {
    change = step(comparisons, patterns, classes, options);
  }
  const parameters = comparisons.map(({ name, levels }, at): ComparisonParameters => ({
    name,
    levels,
    same: classes.same[at]!,
    household: classes.household[at]!,
    strangers: classes.strangers[at]!,
  }));
  return {
    comparisons: parameters,
    share: classes.share,
    records: options.records,
    pairs: options.allPairs,
    iterations,
  };
}

function start(comparisons: readonly Comparison[], patterns: Patterns, options: FitOptions): Classes {
  const { chance, allPairs, records } = options;
  const strangers = chance.levels.map((levels) =>
    smoothed(
      levels.map((share) => share * 1000),
      1,
    ),
  );
  const household = strangers.map((levels, at) =>
    comparisons[at]!.household === 'shared' ? towards(startOfHousehold)(levels) : levels.slice(),
  );
  const found = Math.min(records / 2, patterns.ofPair.length) / allPairs;
  const share = { same: found, household: found, strangers: 1 - 2 * found };
  return { same: strangers.map(towards(startOfSame)), household, strangers, share };
}

/** Levels with the given share of full agreement, the rest as the root of chance: slips are likelier than accidents. */
function towards(exact: number): (levels: readonly number[]) => number[] {
  return (levels) => {
    const rest = levels.slice(1).map((share) => Math.sqrt(share));
    const sum = rest.reduce((total, share) => total + share, 0);
    return [exact, ...rest.map((share) => (share / sum) * (1 - exact))];
  };
}

function step(
  comparisons: readonly Comparison[],
  patterns: Patterns,
  classes: Classes,
  { allPairs, chance }: FitOptions,
): number {
  const empty = (): Table => comparisons.map(({ levels }) => levels.map(() => 0));
  const [same, household] = [empty(), empty()];
  let [sumOfSame, sumOfHousehold] = [0, 0];
  for (let pattern = 0; pattern < patterns.count; pattern += 1) {
    const [probabilityOfSame, probabilityOfHousehold] = posterior(patterns, pattern, classes);
    const weightOfSame = probabilityOfSame * patterns.occurrences[pattern]!;
    const weightOfHousehold = probabilityOfHousehold * patterns.occurrences[pattern]!;
    sumOfSame += weightOfSame;
    sumOfHousehold += weightOfHousehold;
    for (let at = 0; at < patterns.width; at += 1) {
      const level = patterns.levels[pattern * patterns.width + at]!;
      if (level < 0) continue;
      same[at]![level]! += weightOfSame;
      household[at]![level]! += weightOfHousehold;
    }
  }
  let change = 0;
  for (let at = 0; at < comparisons.length; at += 1) {
    const strangers = correctedChance(chance, at, allPairs, same[at]!, household[at]!);
    const learned = smoothed(same[at]!, seenBefore);
    change = Math.max(change, ...learned.map((value, level) => Math.abs(value - classes.same[at]![level]!)));
    classes.same[at] = learned;
    classes.strangers[at] = strangers;
    classes.household[at] = householdOf(comparisons[at]!, household[at]!, strangers);
  }
  const [shareOfSame, shareOfHousehold] = [sumOfSame / allPairs, sumOfHousehold / allPairs];
  classes.share = {
    same: shareOfSame,
    household: shareOfHousehold,
    strangers: 1 - shareOfSame - shareOfHousehold,
  };
  return change;
}

function posterior(
  patterns: Patterns,
  pattern: number,
  classes: Classes,
): readonly [same: number, household: number] {
  let same = classes.share.same;
  let household = classes.share.household;
  let strangers = classes.share.strangers;
  for (let at = 0; at < patterns.width; at += 1) {
    const level = patterns.levels[pattern * patterns.width + at]!;
    if (level < 0) continue;
    same *= classes.same[at]![level]!;
    household *= classes.household[at]![level]!;
    strangers *= classes.strangers[at]![level]!;
  }
  const all = same + household + strangers;
  return [same / all, household / all];
}

function householdOf({ household }: Comparison, counts: readonly number[], strangers: number[]): number[] {
  if (household === 'as strangers') return strangers;
  const learned = smoothed(counts, seenBefore);
  if (household !== 'seldom alike') return learned;
  const different = learned.length - 1;
  const most = 1 - strangers[different]! + namedAlike;
  const scale = Math.min(1, most / (1 - learned[different]!));
  const alike = learned.slice(0, different).map((share) => share * scale);
  return [...alike, 1 - alike.reduce((sum, share) => sum + share, 0)];
}

function correctedChance(
  chance: ChanceAgreement,
  at: number,
  allPairs: number,
  same: readonly number[],
  household: readonly number[],
): number[] {
  const comparable = chance.comparable[at]! * allPairs;
  const counts = chance.levels[at]!.map((share, level) => {
    const measured = share * comparable;
    return Math.max(measured * leastOfChance, measured - same[level]! - household[level]!);
  });
  return smoothed(counts, Math.max(seenBefore, comparable * 1e-7));
}

function smoothed(counts: readonly number[], before: number): number[] {
  const sum = counts.reduce((total, count) => total + count + before, 0);
  return counts.map((count) => (count + before) / sum);
}
