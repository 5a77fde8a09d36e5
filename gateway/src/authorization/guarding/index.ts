export type { Authorizer, Disclosure } from './authorizer.ts';
export { createAuthorizer } from './authorizer.ts';
export type { DisclosureContext } from './disclosure-context.ts';
