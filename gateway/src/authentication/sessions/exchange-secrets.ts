import type { IdentityProvider } from '../open-id/index.ts';
import { derivedFrom } from './secret.ts';

/** What the provider is sent. Only who has the browser's secret can make it, so none of it is kept anywhere. */
export function exchangeSecrets(secret: string): Parameters<IdentityProvider['authorizationUrl']>[0] {
  return {
    state: derivedFrom(secret, 'state'),
    nonce: derivedFrom(secret, 'nonce'),
    verifier: derivedFrom(secret, 'verifier'),
  };
}
