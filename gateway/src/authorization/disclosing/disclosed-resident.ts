/** What one operation disclosed of one resident, or withheld: names and reasons, never values. */
export interface DisclosedResident {
  readonly residentId: string;
  /** What was decided about which fields, as lists in JSON (`DisclosureTerms`); equal texts are equal terms. */
  readonly terms: readonly string[];
  /** Ids of the resident's consents that speak of what was permitted. */
  readonly consents: readonly string[];
  /** Id of the break-glass session that speaks of it. */
  readonly breakGlass: string | null;
  /** Ids of emergencies in force that take in what was permitted. */
  readonly declarations: readonly string[];
  /** Agencies that were asked for this resident. */
  readonly agencies: readonly string[];
}
