/**
 * The purposes of use that a request may state. Terms of HL7 where one fits
 * (http://terminology.hl7.org/ValueSet/v3-PurposeOfUse), ours where none does.
 */
export const purposesOfUse = {
  TREAT: 'treatment',
  ETREAT: 'emergency treatment',
  BTG: 'break the glass',
  CAREMGT: 'care management',
  COC: 'coordination of care',
  ELIGDTRM: 'eligibility determination',
  ELIGVER: 'eligibility verification',
  ENROLLM: 'enrollment',
  COVERAGE: 'coverage under a programme',
  PUBHLTH: 'public health',
  DISASTER: 'disaster response',
  THREAT: 'averting a serious threat',
  HOPERAT: 'operations',
  HPAYMT: 'payment',
  HLEGAL: 'legal proceedings',
  HRESCH: 'research',
  PATRQT: "the resident's own request",
  FAMRQT: "the family's request",
  HOUSING_PLACEMENT: 'finding and keeping housing',
  CHILD_PROTECTION: 'protection of a child',
  REENTRY: 'return from custody',
  AUDIT: 'review of how records were used',
} as const;

/** A code of the list. */
export type PurposeOfUse = keyof typeof purposesOfUse;

/** Whether a text is a purpose that requests may state. */
export function isPurposeOfUse(text: string): text is PurposeOfUse {
  return Object.hasOwn(purposesOfUse, text);
}
