export { createWitness } from './witness.ts';
export type { WitnessMemory } from './witness-memory.ts';
export { openWitnessMemory } from './witness-memory.ts';
export { serveWitness } from './witness-server.ts';
