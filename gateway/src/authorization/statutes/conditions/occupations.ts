import { agreementCites, categoryIs, ownAgency, purposeIs, worksAs, worksFor } from './requester.ts';
import type { KnownCondition } from './requester.ts';

/** Medical personnel in the sense of 42 CFR 2.51: those who treat emergencies. */
export const isMedicalPersonnel = worksAs('emergency-physician', 'emergency-medical-technician');

/** Somebody who treats: a provider in the sense of 45 CFR 164.501. */
export const isTreatmentProvider = worksAs(
  'sud-counselor',
  'mental-health-clinician',
  'emergency-physician',
  'emergency-medical-technician',
);

/** An officer of law enforcement, of a court, or of corrections. */
export const isLawEnforcement: KnownCondition = (request) =>
  worksFor('state-police')(request) ||
  worksAs('police-officer', 'probation-officer', 'corrections-officer', 'court-clerk')(request);

/** Works for a criminal justice agency (28 CFR 20.3(g)). */
export const isCriminalJusticeStaff: KnownCondition = (request) =>
  worksFor('justice', 'state-police')(request) &&
  worksAs(
    'police-officer',
    'probation-officer',
    'corrections-officer',
    'court-clerk',
    'reentry-planner',
  )(request);

/** Decides on applications for a means-tested programme that is federally assisted. */
export const isBenefitsWorker = worksAs(
  'snap-eligibility-worker',
  'tanf-caseworker',
  'medicaid-eligibility-worker',
  'child-care-worker',
);

/** Establishing eligibility and amount, paying, and running the programme. */
export const administersBenefits = purposeIs(
  'ELIGDTRM',
  'ELIGVER',
  'ENROLLM',
  'COVERAGE',
  'HPAYMT',
  'HOPERAT',
);

/** Treating somebody, and what belongs to it (45 CFR 164.501: coordination and management of care). */
export const isTreatment = purposeIs('TREAT', 'ETREAT', 'BTG', 'COC', 'CAREMGT');

/** The agency's own officers look after its records. */
export const isOwnStewardship: KnownCondition = (request) =>
  ownAgency(request) &&
  worksAs('privacy-officer', 'data-steward')(request) &&
  purposeIs('HOPERAT', 'AUDIT')(request);

/** The resident index keeps its own records in order. */
export const isIndexMaintenance: KnownCondition = (request) =>
  ownAgency(request) && worksAs('index-registrar')(request) && purposeIs('HOPERAT')(request);

/** What the resident told an agency outside the benefits programmes about income, used by that agency's own staff. */
export const isOwnUseOfReportedIncome: KnownCondition = (request) =>
  categoryIs('housing-income')(request) && ownAgency(request);

/** Under an agreement on the exception for fleeing felons: address and number of a named person, nothing else. */
export const isFleeingFelonRequest: KnownCondition = (request) =>
  isLawEnforcement(request) &&
  purposeIs('HLEGAL')(request) &&
  agreementCites('272.1(c)(1)(vii)')(request) &&
  categoryIs('resident-contact', 'resident-social-security-number')(request);
