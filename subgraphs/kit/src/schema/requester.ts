/** Who asks and what for, as the gateway vouches for it. */
export interface Requester {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly application: string;
  /** A code of HL7's PurposeOfUse or of Resident Graph; null where none was stated. */
  readonly purposeOfUse: string | null;
}
