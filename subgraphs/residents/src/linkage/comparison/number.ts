import type { RecordTable } from '../columns/index.ts';
import { boundOnce } from './bound-once.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';

/** Social Security numbers by their keyed hashes; consecutive ones are those of twins, as a rule. */
export const number: Comparison = {
  name: 'socialSecurityNumber',
  levels: ['exact', 'one edit', 'last four', 'consecutive', 'other last four', 'different'],
  household: 'own',
  frequency: null,
  contradicting: ['consecutive', 'other last four', 'different'],
  bind: boundOnce(bind),
};

function bind({ columns, numbers }: RecordTable): Comparator {
  const { number: whole, lastFour } = columns;
  return (a, b) => {
    const [four, fourOfOther] = [lastFour.code(a), lastFour.code(b)];
    if (four === 0 || fourOfOther === 0) return missing;
    const [one, other] = [whole.code(a), whole.code(b)];
    if (one === 0 || other === 0) return four === fourOfOther ? 2 : 4;
    if (one === other) return 0;
    if (numbers.areConsecutive(one, other)) return 3;
    return numbers.areClose(one, other) ? 1 : 5;
  };
}
