export { createEngine } from './create-engine.ts';
export type { EngineOptions } from './create-engine.ts';
