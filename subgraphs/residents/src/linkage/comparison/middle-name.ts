import type { RecordTable } from '../columns/index.ts';
import { boundOnce } from './bound-once.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';

const levels = ['exact', 'initial', 'similar', 'different'];

/** Middle names, an initial agreeing with the name that it begins. */
export const middleName: Comparison = {
  name: 'middleName',
  levels,
  household: 'seldom alike',
  frequency: 'middle',
  contradicting: ['different'],
  bind: boundOnce(bind),
};

function bind({ columns: { middle } }: RecordTable): Comparator {
  const { dictionary } = middle;
  const judge = memoised((one, other) => levelOf(dictionary.value(one), dictionary.value(other)));
  return (a, b) => {
    const [one, other] = [middle.code(a), middle.code(b)];
    if (one === 0 || other === 0) return missing;
    return judge(one, other);
  };
}

function levelOf(one: string, other: string): number {
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 1 : 3;
  if (one === other) return 0;
  return jaroWinkler(one, other) >= 0.88 ? 2 : 3;
}
