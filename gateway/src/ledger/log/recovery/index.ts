export { lastCheckpoint, noCheckpoint, readCheckpoint } from './last-checkpoint.ts';
export type { Recovered } from './recover.ts';
export { recover } from './recover.ts';
export { takeLock } from './take-lock.ts';
