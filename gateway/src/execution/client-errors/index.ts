export { clientError } from './client-error.ts';
