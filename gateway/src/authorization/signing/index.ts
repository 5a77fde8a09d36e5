export { agencySecret } from './agency-secrets.ts';
export type { AgencySecrets } from './agency-secrets.ts';
export { createRequestSigner } from './create-request-signer.ts';
export { contentDigest, signatureBase } from './http-signature.ts';
export { readAgencySecrets, requireSecrets } from './read-agency-secrets.ts';
export { readSigningKeys, signingKeysOf } from './signing-keys.ts';
export type { SigningKeys } from './signing-keys.ts';
export { createDecideForResidents, createDecisionEndpoint } from './decisions/index.ts';
export type { DecisionEndpoint, DecisionQuestion, DecisionSources } from './decisions/index.ts';
