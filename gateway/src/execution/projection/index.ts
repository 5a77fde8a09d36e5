export type { Projected } from './create-projection.ts';
export { createProjections } from './create-projections.ts';
export type { Projections } from './create-projections.ts';
export { resolveConditions } from './resolve-conditions.ts';
