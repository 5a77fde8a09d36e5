/** The columns that resolvers read by name; the others are read through the maps of `columns`. */

export interface BookingRow {
  readonly BookingID: number;
  readonly SubjectID: number;
  readonly DetentionFacilityID: number;
  readonly CaseID: number | null;
}

export interface CaseRow {
  readonly CaseID: number;
  readonly CourtID: number;
}

export interface CourtRow {
  readonly CourtName: string;
}

/** A row that is shown as it stands. */
export type PlainRow = Readonly<Record<string, unknown>>;
