export type { Agency } from './agency.ts';
export { agencies, demonstrationAgencies } from './demonstration-agencies.ts';
export { occupy } from './occupy.ts';
export { generatedIdentityKeyText } from './generated-identity-key.ts';
export { at } from './place-failure.ts';
export { seed } from './seed.ts';
export { SeedRefusal } from './seed-refusal.ts';
export { isSeeded } from './seed-mark.ts';
export type { AgencyName } from '../population/index.ts';
