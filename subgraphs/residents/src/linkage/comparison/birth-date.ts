import type { RecordTable } from '../columns/index.ts';
import { boundOnce } from './bound-once.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { editDistance } from './edit-distance.ts';
import { memoised } from './memoised.ts';

const levels = [
  'exact',
  'swapped',
  'one edit',
  'first of January',
  'two parts',
  'near',
  'same year',
  'near year',
  'different',
  'generation',
];

/** Nobody's record is wrong by so many years, but a son named after his father is born so much later. */
const yearsOfGeneration = 14;
const near = 31;

/** Birth dates: day and month swapped, one digit, a default of 1 January, two of year, month and day, the year. */
export const birthDate: Comparison = {
  name: 'birthDate',
  levels,
  household: 'own',
  frequency: 'birthDate',
  contradicting: ['near year', 'different', 'generation'],
  bind: boundOnce(bind),
};

function bind({ columns: { birthDate: column } }: RecordTable): Comparator {
  const { dictionary } = column;
  const judge = memoised((one, other) => levelOf(dictionary.value(one), dictionary.value(other)));
  return (a, b) => {
    const [one, other] = [column.code(a), column.code(b)];
    if (one === 0 || other === 0) return missing;
    return one === other ? 0 : judge(one, other);
  };
}

function levelOf(one: string, other: string): number {
  const [year, month, day] = [one.slice(0, 4), one.slice(4, 6), one.slice(6)];
  const [otherYear, otherMonth, otherDay] = [other.slice(0, 4), other.slice(4, 6), other.slice(6)];
  const sameYear = year === otherYear;
  if (sameYear && month === otherDay && day === otherMonth) return 1;
  if (sameYear && (one.endsWith('0101') || other.endsWith('0101'))) return 3;
  if (editDistance(one, other, 1) === 1) return 2;
  const parts = Number(sameYear) + Number(month === otherMonth) + Number(day === otherDay);
  if (parts === 2) return 4;
  const years = Math.abs(Number(year) - Number(otherYear));
  if (years <= 1 && Math.abs(dayNumber(one) - dayNumber(other)) <= near) return 5;
  if (sameYear) return 6;
  if (years <= 1) return 7;
  return years < yearsOfGeneration ? 8 : 9;
}

function dayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
}
