export { choosePorts } from './choose-ports.ts';
export { openIssuer } from './issuer.ts';
export { freePorts } from './ports.ts';
export { startDemonstration, type Demonstration } from './demonstration.ts';
export { curlCommand, showcaseQuery, showcaseCaller } from './showcase.ts';
