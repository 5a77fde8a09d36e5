/** Why something is withheld, as clients are told. */
export type DenialReason =
  | 'AGREEMENT'
  | 'PURPOSE'
  | 'ROLE'
  | 'CONSENT'
  | 'RELATIONSHIP'
  | 'TRAINING'
  | 'ASSURANCE'
  | 'STATUTE'
  | 'RESTRICTION'
  | 'UNDECIDABLE';

/** What the caller can do about a denial. */
export type Remedy =
  | 'STATE_PURPOSE'
  | 'REQUEST_CONSENT'
  | 'RECORD_RELATIONSHIP'
  | 'BREAK_GLASS'
  | 'REQUEST_AGREEMENT'
  | 'COMPLETE_TRAINING'
  | 'STEP_UP'
  | 'COURT_ORDER'
  | 'NONE';

/** What a recipient has to do with what it is given (XACML 3.0, section 7.18: who can't fulfil it must deny). */
export type Obligation =
  /** The notice that accompanies disclosure (42 CFR 2.32). */
  | 'notice-42-cfr-2-32'
  | 'no-redisclosure'
  /** No adverse action before independent verification and notice (5 USC 552a(p)). */
  | 'verify-before-adverse-action'
  /** Who was given it is told to the provider agency at once (42 CFR 2.51(c)). */
  | 'notify-provider';

/** How a value is made less before it is shown. */
export type Transform = 'last-four-digits' | 'year-of-birth' | 'county-only' | 'redact';

/** One rule's answer, with the place in the law that it rests on. */
export type Ruling =
  | {
      readonly kind: 'permit';
      readonly citation: string;
      readonly obligations?: readonly Obligation[];
    }
  | {
      readonly kind: 'deny';
      readonly citation: string;
      readonly reason: DenialReason;
      readonly remedy: Remedy;
      /** The caller must not learn that anything was withheld. */
      readonly isConcealed?: boolean;
    }
  /** The answer depends on facts about the resident. */
  | { readonly kind: 'undetermined'; readonly citation: string };
