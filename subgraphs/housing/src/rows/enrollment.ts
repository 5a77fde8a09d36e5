import type { Metadata } from './metadata.ts';

/** A row of `Enrollment.csv`, with the columns that resolvers decide by. */
export interface EnrollmentRow extends Metadata {
  readonly EnrollmentID: string;
  readonly PersonalID: string;
  readonly ProjectID: string;
  readonly HouseholdID: string;
  readonly RelationshipToHoH: number;
  readonly LivingSituation: number | null;
}

/** A row of `Exit.csv`. */
export interface ExitRow extends Metadata {
  readonly EnrollmentID: string;
  readonly ExitDate: string;
  readonly Destination: number;
  readonly DestinationSubsidyType: number | null;
}
