export { createDocumentation } from './documentation.ts';
