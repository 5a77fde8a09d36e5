export { lastCheckpoint, noCheckpoint } from './last-checkpoint.ts';
export { occupy } from './occupy.ts';
export { recover } from './recover.ts';
export { isTorn, readTail } from './torn-tail.ts';
