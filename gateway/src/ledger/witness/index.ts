export type { Witness, WitnessOptions, WitnessResponse } from './witness.ts';
export { createWitness } from './witness.ts';
export type { WitnessMemory } from './witness-memory.ts';
export { openWitnessMemory } from './witness-memory.ts';
export type { RunningWitness, WitnessServerOptions } from './witness-server.ts';
export { serveWitness } from './witness-server.ts';
