export type { ReferenceEngineOptions } from './create-reference-engine.ts';
export { createReferenceEngine } from './create-reference-engine.ts';
