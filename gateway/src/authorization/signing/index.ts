export { agencySecret } from './agency-secrets.ts';
export type { AgencySecret, AgencySecrets } from './agency-secrets.ts';
export { createRequestSigner } from './create-request-signer.ts';
export type { RequestSignerOptions } from './create-request-signer.ts';
export { contentDigest, signatureBase } from './http-signature.ts';
export { readAgencySecrets } from './read-agency-secrets.ts';
export type { SecretSources } from './read-agency-secrets.ts';
export { readSigningKeys, signingKeysOf } from './signing-keys.ts';
export type { SigningKeys } from './signing-keys.ts';
export { createDecideForResidents, createDecisionEndpoint } from './decisions/index.ts';
export type {
  DecideForResidents,
  DecisionAnswer,
  DecisionEndpoint,
  DecisionEndpointOptions,
  DecisionQuestion,
  DecisionSources,
} from './decisions/index.ts';
