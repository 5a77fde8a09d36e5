export type { CheckedFiles, CheckReport } from './run-checks.ts';
export { runChecks } from './run-checks.ts';
