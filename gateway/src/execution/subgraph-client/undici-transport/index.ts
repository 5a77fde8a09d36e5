export { createUndiciTransport } from './create-undici-transport.ts';
