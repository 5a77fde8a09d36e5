export { completeInputs } from './complete-inputs.ts';
export { createRequirements } from './requirements.ts';
export type { Requirements } from './requirements.ts';
export { splitOperation } from './split-operation.ts';
