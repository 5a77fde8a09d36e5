export { createReferenceEngine } from './create-reference-engine.ts';
