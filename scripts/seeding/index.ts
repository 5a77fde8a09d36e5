export type { Agency } from './agency.ts';
export { agencies, demonstrationAgencies } from './demonstrationAgencies.ts';
export { seed } from './seed.ts';
export { SeedRefusal } from './SeedRefusal.ts';
export { isSeeded } from './seedMark.ts';
export type { AgencyName } from '../population/index.ts';
