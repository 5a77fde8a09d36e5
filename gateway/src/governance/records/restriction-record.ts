import type { Restriction } from '../fact-source.ts';
import { instantOf, instantOrNull, instantText } from './instant.ts';
import { listOf, listText } from './name-list.ts';

/** A restriction as it is kept. */
export interface RestrictionRecord extends Restriction {
  readonly id: string;
  /** In the agency's words. */
  readonly reason: string;
  readonly since: Date;
  readonly imposedBy: string;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
}

export const restrictionsTable = 'restrictions';

/** The columns of `restrictions`. */
export interface RestrictionRow {
  readonly id: string;
  readonly agency: string;
  readonly categories: string | null;
  readonly reason: string;
  readonly since: string;
  readonly imposed_by: string;
  readonly lifted_at: string | null;
  readonly lifted_by: string | null;
}

export function restrictionOf(row: RestrictionRow): RestrictionRecord {
  return {
    id: row.id,
    agency: row.agency,
    categories: categoriesOf(row.categories),
    reason: row.reason,
    since: instantOf(row.since),
    imposedBy: row.imposed_by,
    liftedAt: instantOrNull(row.lifted_at),
    liftedBy: row.lifted_by,
  };
}

export function restrictionRow(restriction: RestrictionRecord): RestrictionRow {
  return {
    id: restriction.id,
    agency: restriction.agency,
    categories: restriction.categories && listText(restriction.categories),
    reason: restriction.reason,
    since: instantText(restriction.since),
    imposed_by: restriction.imposedBy,
    lifted_at: restriction.liftedAt && instantText(restriction.liftedAt),
    lifted_by: restriction.liftedBy,
  };
}

/** A list that names nothing was never written: whatever became of it, it must not open what was closed. */
function categoriesOf(text: string | null): readonly string[] | null {
  const names = text === null ? [] : listOf(text);
  return names.length === 0 ? null : names;
}
