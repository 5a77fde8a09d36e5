export { lastCheckpoint, noCheckpoint } from './last-checkpoint.ts';
export { recover } from './recover.ts';
export { takeLock } from './take-lock.ts';
