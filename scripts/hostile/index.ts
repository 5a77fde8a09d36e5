export { measureHostile, mostMilliseconds } from './measure-hostile.ts';
export type { HostileFigures, HostileResults } from './measure-hostile.ts';
