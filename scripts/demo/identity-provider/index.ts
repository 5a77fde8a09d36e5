export { startIdentityProvider } from './start-identity-provider.ts';
export type { Account, Client } from './provider-options.ts';
