export { generateOperations } from './generateOperations.ts';
