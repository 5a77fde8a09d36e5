export { createDecisionClient, Disclosure } from './disclosure/index.ts';
export type { AskGateway } from './disclosure/index.ts';
export { disclose, guardSchema } from './shield/index.ts';
export type { ExtraRule, ExtraRules } from './shield/index.ts';
export {
  checkedClockSkew,
  contentDigest,
  createNonceWindow,
  hmacOf,
  isSafeAddress,
  isSignatureOf,
  oldestSignature,
  openTrust,
  readSecret,
  signatureBase,
  signRequest,
} from './trust/index.ts';
export type { GatewayTrust, Secret, Trust } from './trust/index.ts';
