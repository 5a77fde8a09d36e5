export { castSize } from './cast/index.ts';
export { createDesk } from './desk/index.ts';
export { generateHouseholds, type PopulationOptions } from './generate-households.ts';
export { showcaseResident, showcaseResidents } from './showcase-residents.ts';
export type * from './recorder.ts';
export * from './truth.ts';
