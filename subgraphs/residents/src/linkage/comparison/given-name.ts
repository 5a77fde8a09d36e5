import type { RecordTable } from '../columns/index.ts';
import { areNicknames } from '../normalisation/index.ts';
import { boundOnce } from './bound-once.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';
import { swappedNames } from './swapped-names.ts';

const levels = [
  'exact',
  'nickname',
  'swapped',
  'similar',
  'initial',
  'alike',
  'middle',
  'different',
] as const;
const level = Object.fromEntries(levels.map((name, index) => [name, index])) as Record<
  (typeof levels)[number],
  number
>;

/** Given names, with nicknames, initials, given name and surname swapped, and a middle name used as the given one. */
export const givenName: Comparison = {
  name: 'givenName',
  levels,
  household: 'seldom alike',
  frequency: 'given',
  contradicting: ['different'],
  bind: boundOnce(bind),
};

function bind(table: RecordTable): Comparator {
  const { given, middle } = table.columns;
  const areSwapped = swappedNames(table);
  const names = given.dictionary;
  const judge = memoised((one, other) => levelOf(names.value(one), names.value(other)));
  const agree = (one: number, other: number): boolean =>
    one !== 0 && (one === other || judge(one, other) <= level.similar);
  return (a, b) => {
    const [one, other] = [given.code(a), given.code(b)];
    if (one !== 0 && one === other) return level.exact;
    const isMissing = one === 0 || other === 0;
    const judged = isMissing ? missing : judge(one, other);
    if (!isMissing && judged <= level.similar) return judged;
    if (areSwapped(a, b)) return level.swapped;
    if (judged !== level.different) return judged;
    const usesMiddle = agree(one, middle.code(b)) || agree(other, middle.code(a));
    return usesMiddle ? level.middle : level.different;
  };
}

function levelOf(one: string, other: string): number {
  const [first, firstOfOther] = [firstWord(one), firstWord(other)];
  if (first === firstOfOther && first.length > 1) return level.nickname;
  if (first.length === 1 || firstOfOther.length === 1) {
    return first[0] === firstOfOther[0] ? level.initial : level.different;
  }
  if (areNicknames(first, firstOfOther)) return level.nickname;
  const similarity = jaroWinkler(one, other);
  if (similarity >= 0.9) return level.similar;
  return similarity >= 0.8 ? level.alike : level.different;
}

function firstWord(name: string): string {
  const space = name.indexOf(' ');
  return space === -1 ? name : name.slice(0, space);
}
