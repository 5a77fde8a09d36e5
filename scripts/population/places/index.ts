export { drawAddress } from './draw-address.ts';
export { streetSuffixes } from './streets.ts';
export { substituteAddress } from './substitute-address.ts';
