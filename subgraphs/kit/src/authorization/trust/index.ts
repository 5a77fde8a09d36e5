export type { DisclosureGrant } from './context-token.ts';
export { contentDigest, hmacOf, signatureBase } from './http-signature.ts';
export { openTrust } from './open-trust.ts';
export type { GatewayTrust, Trust } from './open-trust.ts';
export type { VerifiedRequest } from './request-verifier.ts';
export type { Secret } from './secret.ts';
