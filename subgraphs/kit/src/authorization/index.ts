export { createDecisionClient, Disclosure } from './disclosure/index.ts';
export type { AskGateway } from './disclosure/index.ts';
export { disclose, guardSchema } from './shield/index.ts';
export type { ExtraRule, ExtraRules } from './shield/index.ts';
export { openTrust } from './trust/index.ts';
export type { GatewayTrust, Trust } from './trust/index.ts';
