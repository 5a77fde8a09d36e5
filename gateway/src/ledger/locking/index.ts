export { holderText } from './lock-holder.ts';
export type { LockDecision } from './take-lock.ts';
export { takeLock } from './take-lock.ts';
