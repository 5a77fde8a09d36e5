export { holderText } from './lock-holder.ts';
export { takeLock } from './take-lock.ts';
