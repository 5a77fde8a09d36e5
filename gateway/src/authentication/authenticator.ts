import { failure, Failure } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { bearerToken } from './bearer-token.ts';
import type { Caller } from './caller.ts';
import type { KeySource } from './key-set.ts';
import { openKeySet } from './key-set.ts';
import { purposeOf } from './purpose-of.ts';
import type { PurposeOfUse } from './purposes-of-use.ts';
import type { TokenRules, TokenVerifier } from './token-verifier.ts';
import { createTokenVerifier } from './token-verifier.ts';
import { withTokenCache } from './with-token-cache.ts';

/** Headers by lower-case name. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Who calls and why, or why the request may not go on. */
export type AuthenticateDecision =
  | { readonly kind: 'caller'; readonly caller: Caller; readonly purposeOfUse: PurposeOfUse | null }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly challenge?: string };

/** Finds out who calls. */
export interface Authenticator {
  readonly authenticate: (headers: RequestHeaders) => Promise<AuthenticateDecision>;
}

/** How callers are known. */
export interface AuthenticatorOptions extends TokenRules {
  readonly keys: KeySource;
  readonly tokenCacheSize: number;
  readonly log: Logger;
  readonly now?: () => Date;
}

/**
 * Opens the authenticator: bearer tokens (RFC 6750) of one identity provider.
 * Whatever goes wrong, the request is refused.
 *
 * @throws Failure KEYS_UNREADABLE if the file of keys is of no use.
 */
export async function openAuthenticator(options: AuthenticatorOptions): Promise<Authenticator> {
  const now = options.now ?? ((): Date => new Date());
  const verify = createTokenVerifier(await openKeySet(options.keys), options, now);
  const cached = withTokenCache(verify, options.tokenCacheSize, now);
  return { authenticate: (headers) => authenticate(headers, cached, options.log) };
}

async function authenticate(
  headers: RequestHeaders,
  verify: TokenVerifier,
  log: Logger,
): Promise<AuthenticateDecision> {
  const token = bearerToken(single(headers['authorization']));
  if (token === null) return unauthenticated();
  const decision = await verify(token);
  if (decision.kind === 'refused') {
    logRefusal(log, decision.cause);
    return unauthenticated(decision.reason);
  }
  const purpose = purposeOf(decision.caller, single(headers['purpose-of-use']));
  if (purpose.kind === 'refused') return purpose;
  return { kind: 'caller', caller: decision.caller, purposeOfUse: purpose.purposeOfUse };
}

/** Bad tokens are everyday; bad keys are the operator's to mend. */
function logRefusal(log: Logger, cause: unknown): void {
  if (cause instanceof Failure) log.error('keys cannot be read: every token is refused', { error: cause });
  else log.debug('token refused', { error: cause });
}

/** RFC 6750, section 3: no error code for a request without a token. */
function unauthenticated(reason?: string): AuthenticateDecision {
  const realm = 'Bearer realm="resident-graph"';
  const challenge =
    reason === undefined ? realm : `${realm}, error="invalid_token", error_description="${reason}"`;
  return { kind: 'refused', failure: failure('UNAUTHENTICATED', { message: reason }), challenge };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}
