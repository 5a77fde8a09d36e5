export { drawGivenName } from './drawGivenName.ts';
export { drawSurname } from './drawSurname.ts';
export { latinise } from './latinise.ts';
export { nicknamesOf } from './nicknamesOf.ts';
export { origins, type Origin } from './origins.ts';
