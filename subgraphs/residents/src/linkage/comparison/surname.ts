import type { RecordTable } from '../columns/index.ts';
import { boundOnce } from './bound-once.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';
import { swappedNames } from './swapped-names.ts';

const levels = ['exact', 'part', 'similar', 'alike', 'different'];
const different = 4;

/** Surnames, one of two surnames agreeing with both. Names that were swapped are judged with the given name. */
export const surname: Comparison = {
  name: 'surname',
  levels,
  household: 'shared',
  frequency: 'surname',
  contradicting: [],
  bind: boundOnce(bind),
};

function bind(table: RecordTable): Comparator {
  const column = table.columns.surname;
  const areSwapped = swappedNames(table);
  const { dictionary } = column;
  const judge = memoised((one, other) => levelOf(dictionary.value(one), dictionary.value(other)));
  return (a, b) => {
    const [one, other] = [column.code(a), column.code(b)];
    if (one === 0 || other === 0) return missing;
    if (one === other) return 0;
    const judged = judge(one, other);
    if (judged < different) return judged;
    return areSwapped(a, b) ? missing : different;
  };
}

function levelOf(one: string, other: string): number {
  if (closedUp(one) === closedUp(other)) return 0;
  if (sharesWord(one, other)) return 1;
  const similarity = jaroWinkler(one, other);
  if (similarity >= 0.9) return 2;
  return similarity >= 0.8 ? 3 : different;
}

function closedUp(name: string): string {
  return name.replaceAll(' ', '');
}

function sharesWord(one: string, other: string): boolean {
  if (!one.includes(' ') && !other.includes(' ')) return false;
  const words = other.split(' ');
  return one.split(' ').some((word) => word.length > 3 && words.includes(word));
}
