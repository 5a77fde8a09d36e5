export { runFetches } from './run-fetches.ts';
export type { Run } from './run.ts';
