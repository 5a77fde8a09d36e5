export { drawGivenName } from './draw-given-name.ts';
export { drawSurname } from './draw-surname.ts';
export { latinise } from './latinise.ts';
export { nicknamesOf } from './nicknames-of.ts';
export { origins, type Origin } from './origins.ts';
