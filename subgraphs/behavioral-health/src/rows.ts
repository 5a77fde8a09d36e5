/** The columns that resolvers read by name; the others are read through the maps of `columns`. */

export interface AdmissionRow {
  readonly ADMISSION_KEY: string;
  readonly PROVIDER_ID: string;
}

export interface TransferRow {
  readonly PROVIDER_ID: string;
}

export interface DischargeRow {
  readonly DISCHARGE_KEY: string;
}

export interface SubstanceRow {
  readonly AGE_FIRST_USE: number | null;
}

export interface EpisodeRow {
  readonly EPISODE_KEY: string;
  readonly PROVIDER_ID: string;
}

/** A row of a list that is shown as it stands. */
export type PlainRow = Readonly<Record<string, unknown>>;
