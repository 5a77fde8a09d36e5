export { benefits } from './benefits.ts';
