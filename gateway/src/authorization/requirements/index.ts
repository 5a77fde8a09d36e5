export { compileRequirements } from './compile-requirements.ts';
export type { Requirement, Requirements } from './requirements.ts';
