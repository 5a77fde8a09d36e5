export type { ColdResults, Times } from './run-cold.ts';
export { runCold } from './run-cold.ts';
