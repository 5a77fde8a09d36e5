export { createResilientClient } from './create-resilient-client.ts';
