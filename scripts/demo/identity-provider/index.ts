export { startIdentityProvider, type IdentityProvider } from './start-identity-provider.ts';
export type { Account, Client, IdentityProviderOptions, ProviderKeys } from './provider-options.ts';
