export type {
  Agreement,
  AgreementDocument,
  AgreementSet,
  AgreementSource,
  Grant,
} from './agreements/index.ts';
export {
  AgreementsRefused,
  contentHash,
  isInForce,
  openAgreements,
  partiesOf,
  readAgreements,
  readEarlierVersions,
  readProposedAgreements,
} from './agreements/index.ts';
export type { Category } from './categories/index.ts';
export { readCategories } from './categories/index.ts';
export { checkDescriptions } from './descriptions/index.ts';
export type { DisclosedResident } from './disclosing/index.ts';
export { AskedAgencies } from './disclosing/index.ts';
export type { Authorizer, Disclosure } from './guarding/index.ts';
export { createAuthorizer } from './guarding/index.ts';
export type {
  Access,
  AccessChange,
  Change,
  FieldExplanation,
  ForbiddenGrant,
  LosingOperation,
  MatrixPlace,
  OperationExplanation,
  RegisteredOperation,
  Requester,
} from './explaining/index.ts';
export {
  accessMatrix,
  axesOf,
  categoriesWithoutAgreement,
  comparePolicies,
  expiringAgreements,
  explainOperation,
  forbiddenGrants,
  losingOperations,
  nameOf,
  ownersOf,
  registeredOperations,
  unlabelledFields,
  whatCanSee,
  whoCouldSee,
} from './explaining/index.ts';
export type { PublishedSchema } from './json-schemas.ts';
export { publishedSchemas } from './json-schemas.ts';
export { checkAgreements, checkCategories, checkLabels } from './labels/index.ts';
export type { DecisionTable, Policy, PolicyParts } from './policy/index.ts';
export { compilePolicy } from './policy/index.ts';
export type { Requirements } from './requirements/index.ts';
export { compileRequirements } from './requirements/index.ts';
export type { DecisionEndpoint, DecisionSources } from './signing/index.ts';
export {
  agencySecret,
  createDecideForResidents,
  createDecisionEndpoint,
  createFeedReader,
  createRequestSigner,
  readAgencySecrets,
  readSigningKeys,
  requireSecrets,
} from './signing/index.ts';
export { statutes } from './statutes/index.ts';
