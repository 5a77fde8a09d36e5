import type { ErrorCode } from '../../errors/index.ts';
import { failure, Failure } from '../../errors/index.ts';

/** Codes of the library for a provider that doesn't answer or answers with what isn't of the protocol. */
const providerIsAtFault: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What went wrong between this gateway and the provider, in words for the person at the browser. */
export function exchangeFailure(cause: unknown, code?: ErrorCode): Failure {
  if (cause instanceof Failure) return cause;
  return failure(code ?? (isProviderAtFault(cause) ? 'IDENTITY_PROVIDER_UNAVAILABLE' : 'SIGN_IN_FAILED'), {
    cause,
  });
}

function isProviderAtFault(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { name, code, cause } = thrown as Readonly<Record<'name' | 'code' | 'cause', unknown>>;
  if (providerIsAtFault.has(code)) return true;
  // What fetch says of a connection that failed; by name, because its class may be of another realm.
  const isNetwork = name === 'TypeError' && code === undefined && cause !== undefined;
  return isNetwork || (code === undefined && isProviderAtFault(cause));
}
