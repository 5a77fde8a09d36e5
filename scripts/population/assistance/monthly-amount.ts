import type { Person } from '../truth.ts';

/** SNAP maximum monthly allotments by household size, near those of fiscal year 2026, in dollars. */
const allotments = [298, 546, 785, 994, 1183, 1421, 1571, 1789];

/**
 * What a unit is paid for a whole month, US dollars: the rule by which the benefits agency issues, and so what its
 * clients tell other agencies. `month` is the month's first day.
 */
export function monthlyAmount(program: 'snap' | 'tanf', unit: readonly Person[], month: string): number {
  const earnings = earningsIn(unit, month);
  const size = unit.length;
  if (program === 'tanf') return Math.max(50, 180 + 130 * size - earnings / 2);
  return Math.max(24, (allotments[Math.min(size, allotments.length) - 1] ?? 0) - earnings * 0.24);
}

/** What all members together earn in the month, dollars. */
function earningsIn(unit: readonly Person[], month: string): number {
  const jobs = unit.flatMap(({ events }) => events.filter((event) => event.kind === 'employment'));
  return jobs
    .filter((job) => job.from <= month && (job.until ?? month) >= month)
    .reduce((sum, job) => sum + job.monthlyEarnings, 0);
}
