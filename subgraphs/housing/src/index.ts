export { housing } from './housing.ts';
