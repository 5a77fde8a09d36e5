export const mergedResidentsTable = 'merged_residents';

/** The columns of `merged_residents`. */
export interface MergeRow {
  readonly resident_id: string;
  /** Never merged itself. */
  readonly survivor_id: string;
}
