export { compileRequirements } from './compile-requirements.ts';
export type { AgencyDisclosure, FieldRequirement, Requirement, Requirements } from './requirements.ts';
