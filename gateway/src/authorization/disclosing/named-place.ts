/** A resident in an answer, at a place of the operation. */
export interface NamedPlace {
  /** `Identified.number`. */
  readonly place: number;
  readonly residentId: string;
}
