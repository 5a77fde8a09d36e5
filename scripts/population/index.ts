export { castSize } from './cast/index.ts';
export { createDesk } from './desk/index.ts';
export { generateHouseholds, type PopulationOptions } from './generateHouseholds.ts';
export { showcaseResident, showcaseResidents } from './showcaseResidents.ts';
export type * from './recorder.ts';
export * from './truth.ts';
