export type { Statute } from './statute.ts';
