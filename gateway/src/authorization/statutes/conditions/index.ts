export { hasBrokenGlass } from './break-glass-open.ts';
export { hasConsent, hasConsentInForm } from './consent-that-fits.ts';
export { hasOnlyExpiredWaivers, isInDeclaredEmergency } from './declared-emergency.ts';
export {
  administersBenefits,
  isBenefitsWorker,
  isCriminalJusticeStaff,
  isFleeingFelonRequest,
  isIndexMaintenance,
  isLawEnforcement,
  isMedicalPersonnel,
  isOwnStewardship,
  isOwnUseOfReportedIncome,
  isTreatment,
  isTreatmentProvider,
} from './occupations.ts';
export {
  consentMissing,
  isCollectorsOwnUse,
  isMedicalDisaster,
  isMedicalEmergency,
  isUnderPartTwo,
  isWithinProgramme,
  partTwoRecords,
  specificConsent,
  treatmentPaymentOperationsConsent,
} from './part-two.ts';
export { accessRefused, asGuardian, asHousehold, isPersonalRequest, ownRecord } from './personal-request.ts';
export { hasRelationship, hasRelationshipAtOwner } from './relationship-in-force.ts';
export {
  agreementCites,
  agreementRestsOnStatute,
  assuredTo,
  categoryIs,
  ownAgency,
  purposeIs,
  trainedIn,
  worksAs,
  worksFor,
} from './requester.ts';
