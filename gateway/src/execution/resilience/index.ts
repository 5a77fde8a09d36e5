export { createResilientClient } from './create-resilient-client.ts';
export type { ResilienceOptions } from './resilience-options.ts';
