/** The columns that every HMIS CSV file ends with. */
export interface Metadata {
  readonly DateCreated: string;
  readonly DateUpdated: string;
  readonly UserID: string;
}

/** A row about one enrollment as of one day. */
export interface EnrollmentFact extends Metadata {
  readonly EnrollmentID: string;
  readonly PersonalID: string;
  readonly InformationDate: string;
}

/** A row that was collected at a stage of the enrollment, HMIS 5.03. */
export interface StagedFact extends EnrollmentFact {
  readonly DataCollectionStage: number;
}
