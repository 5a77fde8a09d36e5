/** What binds somebody to a resident. */
export type RelationshipKind =
  'caseload' | 'treating' | 'placement' | 'household' | 'guardian' | 'supervision';

/** A relationship of a subject to a resident, as an agency vouches for it. */
export interface Relationship {
  readonly id: string;
  readonly residentId: string;
  readonly kind: RelationshipKind;
  /** Who: the token's `sub`. */
  readonly subject: string;
  /** The agency that vouches. */
  readonly agency: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}
