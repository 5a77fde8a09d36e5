export const mergedResidentsTable = 'merged_residents';
export const mergePeriodsTable = 'merge_periods';

/** The columns of `merged_residents`. */
export interface MergeRow {
  readonly resident_id: string;
  /** Never merged itself. */
  readonly survivor_id: string;
}

/** The columns of `merge_periods`: when which id led to which other. */
export interface MergePeriodRow extends MergeRow {
  readonly valid_from: string;
  /** Null while it does. */
  readonly valid_until: string | null;
}
