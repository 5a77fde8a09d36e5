export type { Label } from './label.ts';
export { requirementsOf } from './requirements.ts';
export type { FieldRequirement, Requirement, Requirements } from './requirements.ts';
