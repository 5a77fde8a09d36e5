export type { AccessRequest } from './access-request.ts';
export type { DenialReason, Obligation, Remedy, Ruling, Transform } from './ruling.ts';
