export { createMinimalTransport } from './create-minimal-transport.ts';
