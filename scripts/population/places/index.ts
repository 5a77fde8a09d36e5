export { drawAddress } from './drawAddress.ts';
export { streetSuffixes } from './streets.ts';
export { substituteAddress } from './substituteAddress.ts';
