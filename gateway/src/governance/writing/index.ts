export type { ImportedFacts } from './import-facts.ts';
export { importFacts } from './import-facts.ts';
