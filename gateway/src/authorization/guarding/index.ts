export type { DisclosureContext } from './disclosure-context.ts';
