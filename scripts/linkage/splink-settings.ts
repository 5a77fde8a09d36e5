import { join } from 'node:path';

import { editDistance, jaroWinkler } from '@resident-graph/residents-subgraph/linkage';

import { createChance } from '../population/chance/index.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

export interface Recall {
  readonly threshold: number;
  readonly recall: number;
}

type Person = CsvRow & { readonly side: number };
type Pair = readonly [Person, Person];

interface SplinkComparison {
  readonly field: string;
  readonly levels: number;
  readonly hasFrequencies: boolean;
  readonly level: (one: string, other: string) => number;
}

const thresholds = [0.5, 0.9, 0.99, 0.999];
const randomPairs = 1_000_000;
const recallOfRules = 0.8;
const mostIterations = 25;
const settled = 1e-4;

/** The "detailed model" of Splink 4's example febrl4: its comparisons, levels and term frequencies. */
const comparisons: readonly SplinkComparison[] = [
  { field: 'given_name', levels: 5, hasFrequencies: true, level: nameLevel },
  { field: 'surname', levels: 5, hasFrequencies: true, level: nameLevel },
  { field: 'date_of_birth', levels: 6, hasFrequencies: false, level: dateLevel },
  { field: 'soc_sec_id', levels: 4, hasFrequencies: false, level: editLevel },
  { field: 'street_number', levels: 2, hasFrequencies: true, level: (one, other) => (one === other ? 0 : 1) },
  { field: 'postcode', levels: 4, hasFrequencies: true, level: editLevel },
];

/** Its blocking rules for prediction: the fields on either side that must be equal. */
const predictionRules: readonly (readonly [readonly string[], readonly string[]])[] = [
  both('given_name', 'surname'),
  [
    ['given_name', 'surname'],
    ['surname', 'given_name'],
  ],
  both('date_of_birth'),
  both('soc_sec_id'),
  both('state', 'address_1'),
  both('street_number', 'address_1'),
  both('postcode'),
];

/**
 * Recall on febrl4 with Splink's settings in place of ours: two classes, chance agreement from random pairs, two
 * sessions of expectation-maximisation, each within the pairs of one blocking rule. That it equals Splink's shows
 * that similarity, distance, frequencies and weights are computed alike.
 */
export async function recallsBySplinkSettings(folder: string): Promise<readonly Recall[]> {
  const sides = await Promise.all(
    ['dataset4a.csv', 'dataset4b.csv'].map(async (file, side) =>
      (await readCsv(join(folder, file))).map((row): Person => ({ ...row, side }) as Person),
    ),
  );
  const [left = [], right = []] = sides;
  const shares = frequencies([...left, ...right]);
  const chance = chanceLevels(left, right);
  const dateSession = train(blocked(left, right, [both('date_of_birth')]), 'date_of_birth', chance, shares);
  const postcodeSession = train(blocked(left, right, [both('postcode')]), 'postcode', chance, shares);
  const same = comparisons.map(({ field }, at) => {
    if (field === 'date_of_birth') return postcodeSession[at]!;
    if (field === 'postcode') return dateSession[at]!;
    return dateSession[at]!.map((share, level) => (share + postcodeSession[at]![level]!) / 2);
  });
  const rules = [both('soc_sec_id'), both('given_name', 'surname', 'date_of_birth')];
  const share = blocked(left, right, rules).length / recallOfRules / (left.length * right.length);
  const weights = blocked(left, right, predictionRules)
    .filter(isTrue)
    .map((pair) => Math.log2((share / (1 - share)) * bayesFactor(pair, null, same, chance, shares)));
  return thresholds.map((threshold) => {
    const least = Math.log2(threshold / (1 - threshold));
    return { threshold, recall: weights.filter((weight) => weight >= least).length / left.length };
  });
}

function both(...fields: readonly string[]): readonly [readonly string[], readonly string[]] {
  return [fields, fields];
}

function nameLevel(one: string, other: string): number {
  if (one === other) return 0;
  const similarity = jaroWinkler(one, other);
  return [0.92, 0.88, 0.7].filter((least) => similarity < least).length + 1;
}

function editLevel(one: string, other: string): number {
  return editDistance(one, other, 2);
}

function dateLevel(one: string, other: string): number {
  if (one === other) return 0;
  if (editDistance(one, other, 1) === 1) return 1;
  const days = Math.abs(dayOf(one)! - dayOf(other)!);
  return [30.4375, 365.25, 3652.5].filter((most) => days > most).length + 2;
}

/** Days since 1970; null for what is no date of the calendar. */
function dayOf(date: string): number | null {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  const time = new Date(Date.UTC(year!, month! - 1, day));
  const exists = date.length === 8 && time.getUTCMonth() === month! - 1 && time.getUTCDate() === day;
  return exists ? time.getTime() / 86_400_000 : null;
}

function valueOf(person: Person, field: string): string | null {
  const value = person[field] ?? null;
  return field === 'date_of_birth' && value !== null && dayOf(value) === null ? null : value;
}

function levelOf({ field, level }: SplinkComparison, [one, other]: Pair): number | null {
  const [value, valueOfOther] = [valueOf(one, field), valueOf(other, field)];
  return value === null || valueOfOther === null ? null : level(value, valueOfOther);
}

function isTrue([one, other]: Pair): boolean {
  return one['rec_id']?.split('-')[1] === other['rec_id']?.split('-')[1];
}

function blocked(
  left: readonly Person[],
  right: readonly Person[],
  rules: typeof predictionRules,
): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [ofLeft, ofRight] of rules) {
    const blocks = grouped(right, (person) => keyOf(person, ofRight));
    for (const one of left) {
      const key = keyOf(one, ofLeft);
      for (const other of key === null ? [] : (blocks.get(key) ?? [])) {
        pairs.set(`${one['rec_id']} ${other['rec_id']}`, [one, other]);
      }
    }
  }
  return [...pairs.values()];
}

function keyOf(person: Person, fields: readonly string[]): string | null {
  const values = fields.map((field) => person[field] ?? null);
  return values.includes(null) ? null : values.join('|');
}

type Shares = readonly (ReadonlyMap<string, number> | null)[];

function frequencies(people: readonly Person[]): Shares {
  return comparisons.map(({ field, hasFrequencies }) => {
    if (!hasFrequencies) return null;
    const values = people.map((person) => valueOf(person, field)).filter((value) => value !== null);
    const groups = [...grouped(values, (value) => value)];
    return new Map(groups.map(([value, alike]) => [value ?? '', alike.length / values.length]));
  });
}

function chanceLevels(left: readonly Person[], right: readonly Person[]): readonly (readonly number[])[] {
  const counts = comparisons.map(({ levels }) => Array<number>(levels).fill(0));
  const chance = createChance(1);
  for (let pair = 0; pair < randomPairs; pair += 1) {
    const people: Pair = [chance.pick(left), chance.pick(right)];
    comparisons.forEach((comparison, at) => {
      const level = levelOf(comparison, people);
      if (level !== null) counts[at]![level]! += 1;
    });
  }
  return counts.map(normalised);
}

function bayesFactor(
  pair: Pair,
  leftOut: string | null,
  same: readonly (readonly number[])[],
  chance: readonly (readonly number[])[],
  shares: Shares,
): number {
  return comparisons.reduce((factor, comparison, at) => {
    const level = comparison.field === leftOut ? null : levelOf(comparison, pair);
    if (level === null) return factor;
    const share = level === 0 ? shares[at]?.get(valueOf(pair[0], comparison.field) ?? '') : undefined;
    return (factor * same[at]![level]!) / (share ?? chance[at]![level]!);
  }, 1);
}

function train(
  pairs: readonly Pair[],
  leftOut: string,
  chance: readonly (readonly number[])[],
  shares: Shares,
): readonly (readonly number[])[] {
  let same = comparisons.map(({ levels }) => [0.95, ...Array<number>(levels - 1).fill(0.05 / (levels - 1))]);
  let share = 0.5;
  for (let iteration = 0, change = 1; iteration < mostIterations && change > settled; iteration += 1) {
    const counts = comparisons.map(({ levels }) => Array<number>(levels).fill(0));
    let sum = 0;
    for (const pair of pairs) {
      const odds = (share / (1 - share)) * bayesFactor(pair, leftOut, same, chance, shares);
      const probability = Number.isFinite(odds) ? odds / (1 + odds) : 1;
      sum += probability;
      comparisons.forEach((comparison, at) => {
        const level = levelOf(comparison, pair);
        if (level !== null) counts[at]![level]! += probability;
      });
    }
    const next = counts.map(normalised);
    const changes = next.flatMap((levels, at) =>
      levels.map((value, level) => Math.abs(value - same[at]![level]!)),
    );
    change = Math.max(...changes);
    same = next;
    share = sum / pairs.length;
  }
  return same;
}

function grouped<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string | null,
): Map<string | null, Item[]> {
  const groups = new Map<string | null, Item[]>();
  for (const item of items) {
    const key = groupOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function normalised(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => Math.max(count / sum, 1e-9));
}
