export { justice } from './justice.ts';
