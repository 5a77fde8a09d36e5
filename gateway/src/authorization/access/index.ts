export type { AccessRequest } from './access-request.ts';
export { consentFits } from './consent-fits.ts';
export { glassIsBroken } from './glass-is-broken.ts';
export { relationshipBinds } from './relationship-binds.ts';
export type { DenialReason, Obligation, Remedy, Ruling, Transform } from './ruling.ts';
