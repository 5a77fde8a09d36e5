import type { EnrollmentFact, Metadata } from './metadata.ts';

/** A row of `CurrentLivingSituation.csv`. */
export interface CurrentLivingSituationRow extends EnrollmentFact {
  readonly CurrentLivingSitID: string;
}

/** A row of `Assessment.csv`. */
export interface AssessmentRow extends Metadata {
  readonly EnrollmentID: string;
}

/** A row of `Event.csv`. */
export interface EventRow extends Metadata {
  readonly EnrollmentID: string;
  readonly LocationCrisisOrPHHousing: string | null;
}
