import type { Database } from '../database/index.ts';
import type { MergePeriodRow, MergeRow } from '../records/index.ts';
import { mergedResidentsTable, mergePeriodsTable } from '../records/index.ts';

/** An id under which a resident was known besides their own, and when; null where that has no bound. */
export interface MergeSpan {
  readonly residentId: string;
  readonly since: Date | null;
  /** Not included. */
  readonly until: Date | null;
}

/**
 * The other ids under which something may stand on file about a resident: the ids that lead to theirs now, whenever it
 * was, and the ids that theirs led to, while it did.
 */
export async function readMergeSpans(database: Database, residentId: string): Promise<readonly MergeSpan[]> {
  const [merged, periods] = await Promise.all([
    database<MergeRow>(mergedResidentsTable).where({ survivor_id: residentId }).orderBy('resident_id'),
    database<MergePeriodRow>(mergePeriodsTable).where({ resident_id: residentId }).orderBy('valid_from'),
  ]);
  return [
    ...merged.map(({ resident_id: id }) => ({ residentId: id, since: null, until: null })),
    ...periods.map(({ survivor_id: id, valid_from: from, valid_until: until }) => {
      return { residentId: id, since: new Date(from), until: until === null ? null : new Date(until) };
    }),
  ];
}
