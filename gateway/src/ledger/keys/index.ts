export type { Retirement } from './resident-keys.ts';
export { keyLifetimeMilliseconds, ResidentKeys } from './resident-keys.ts';
export type { SealingKey } from './sealing.ts';
export { seal, sealingKey, unseal } from './sealing.ts';
