/** What a consent lets be disclosed; each kind has a form of its own in the law. */
export type ConsentKind =
  /** General release of information: never enough for what a law guards by itself. */
  | 'general'
  /** One consent for all future treatment, payment and operations (42 CFR 2.31(a)(4)(i), 2.33). */
  | 'treatment-payment-operations'
  /** Names what is disclosed and to whom (42 CFR 2.31; State HIV law). */
  | 'specific'
  /** For counselling or psychotherapy notes alone (42 CFR 2.31(b), 45 CFR 164.508(a)(2)). */
  | 'notes'
  /** Informed, written and limited in time, by the survivor (34 USC 12291(b)(2)(B)). */
  | 'victim-services';

/** A resident's consent in the elements of FHIR Consent. What is not named is not consented to. */
export interface Consent {
  readonly id: string;
  readonly residentId: string;
  readonly kind: ConsentKind;
  /** The agency that may disclose. */
  readonly discloser: string;
  /** Who may receive: agencies, or one person's subject. */
  readonly recipientAgencies: readonly string[];
  readonly recipientSubjects: readonly string[];
  /** A class of recipients with a treating provider relationship (42 CFR 2.31(a)(4)(ii)). */
  readonly isGeneralDesignation: boolean;
  /** Names of data categories. */
  readonly categories: readonly string[];
  readonly purposesOfUse: readonly string[];
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly revokedAt: Date | null;
}
