export { statutes } from './laws/index.ts';
export type { Statute } from './statute.ts';
