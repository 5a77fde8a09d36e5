export type { IdentityProvider } from './identity-provider.ts';
export { openIdentityProvider } from './identity-provider.ts';
