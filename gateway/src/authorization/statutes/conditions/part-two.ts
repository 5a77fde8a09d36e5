import type { PurposeOfUse } from '../../../authentication/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import type { Ground, Refusal } from '../law.ts';
import { allOf } from '../truth.ts';
import type { Condition } from '../truth.ts';
import { hasBrokenGlass } from './break-glass-open.ts';
import { hasConsent } from './consent-that-fits.ts';
import { isInDeclaredEmergency } from './declared-emergency.ts';
import { isLawEnforcement, isMedicalPersonnel, isTreatment } from './occupations.ts';
import { hasRelationshipAtOwner } from './relationship-in-force.ts';
import { categoryIs, ownAgency, purposeIs, worksAs } from './requester.ts';

/** Records of a substance use disorder, the counsellor's notes apart. */
export const partTwoRecords = ['sud-treatment', 'sud-minor-consented', 'housing-substance-use'] as const;

/** The sections of 42 CFR Part 2 that decide on a request; each request is decided by exactly one. */
export type PartTwoSection = '2.12(d)' | '2.14' | '2.23' | '2.31' | '2.33' | '2.51' | '2.52' | '2.53';

/** Complete by its type: a new purpose of use doesn't compile before somebody says which section decides on it. */
const sectionOfPurpose: Readonly<Record<PurposeOfUse, PartTwoSection>> = {
  TREAT: '2.33',
  COC: '2.33',
  CAREMGT: '2.33',
  HOPERAT: '2.33',
  HPAYMT: '2.33',
  ETREAT: '2.51',
  BTG: '2.51',
  DISASTER: '2.51',
  PATRQT: '2.23',
  FAMRQT: '2.14',
  HLEGAL: '2.12(d)',
  HRESCH: '2.52',
  AUDIT: '2.53',
  ELIGDTRM: '2.31',
  ELIGVER: '2.31',
  ENROLLM: '2.31',
  COVERAGE: '2.31',
  PUBHLTH: '2.31',
  THREAT: '2.31',
  HOUSING_PLACEMENT: '2.31',
  CHILD_PROTECTION: '2.31',
  REENTRY: '2.31',
};

/** Which section decides; whoever enforces the law comes under 2.12(d) whatever the purpose, but for own records. */
function partTwoSectionOf(request: AccessRequest): PartTwoSection {
  if (request.purposeOfUse === null) return '2.31';
  const section = sectionOfPurpose[request.purposeOfUse];
  if (section === '2.23' || section === '2.14') return section;
  return isLawEnforcement(request) ? '2.12(d)' : section;
}

/** For `speaksOf`: the section decides on the request. */
export function isUnderPartTwo(section: PartTwoSection): (request: AccessRequest) => boolean {
  return (request) => partTwoSectionOf(request) === section;
}

/** Between those of the same programme who need it to treat the patient. */
export const isWithinProgramme: Condition = allOf(
  ownAgency,
  worksAs('sud-counselor'),
  isTreatment,
  hasRelationshipAtOwner('treating'),
);

/** What the resident told an agency that runs no treatment programme, used by that agency's own staff. */
export const isCollectorsOwnUse: Condition = allOf(categoryIs('housing-substance-use'), ownAgency);

/** Medical personnel meet an emergency of this patient, who can't consent. */
export const isMedicalEmergency: Condition = allOf(isMedicalPersonnel, hasBrokenGlass('MEDICAL_EMERGENCY'));

/** Medical personnel meet a declared disaster while the programme can't be reached; until it is declared over. */
export const isMedicalDisaster: Condition = allOf(
  isMedicalPersonnel,
  purposeIs('DISASTER', 'ETREAT'),
  isInDeclaredEmergency,
);

const onConsent = { obligations: ['notice-42-cfr-2-32', 'no-redisclosure'] } as const;

/** A consent that names what is disclosed, to whom and what for. */
export const specificConsent: Ground = {
  citation: '42 CFR 2.31(a)',
  when: hasConsent('specific'),
  ...onConsent,
};

/** One consent for all treatment, payment and operations. */
export const treatmentPaymentOperationsConsent: Ground = {
  citation: '42 CFR 2.33(a)',
  when: hasConsent('treatment-payment-operations'),
  obligations: ['notice-42-cfr-2-32'],
};

/**
 * Without consent. One that names a class of recipients, of which the requester isn't, is refused alike: that there is
 * any would tell that the resident is a patient (42 CFR 2.13(c)(2)).
 */
export function consentMissing(citation: string) {
  return (): Refusal => ({ citation, reason: 'CONSENT', remedy: 'REQUEST_CONSENT' });
}
