export { compileFetches } from './compile-fetches.ts';
export type { CompiledFetch, EntityFetch } from './compiled-fetch.ts';
