export type { IdentityProvider, IdentityProviderOptions } from './identity-provider.ts';
export { openIdentityProvider } from './identity-provider.ts';
