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
  const { code, cause } = thrown as { readonly code?: unknown; readonly cause?: unknown };
  const isNetwork = thrown instanceof TypeError && cause !== undefined && code === undefined;
  return isNetwork || providerIsAtFault.has(code);
}
