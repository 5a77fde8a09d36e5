import type { JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { errors, jwtVerify } from 'jose';

import type { Caller } from './caller.ts';
import { callerOfClaims } from './caller-of-claims.ts';
import type { ClaimNames } from './claim-names.ts';
import { ownClaimNames } from './claim-names.ts';

/** What a token must be like. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Accepted values of the `typ` header. */
  readonly tokenTypes: readonly string[];
  readonly clockToleranceSeconds: number;
  readonly claimNames?: ClaimNames;
}

/** The holder of a token and when the token ends, or what is wrong with it in words for its holder. */
export type TokenDecision =
  | { readonly kind: 'verified'; readonly caller: Caller; readonly expiresAt: Date }
  | { readonly kind: 'refused'; readonly reason: string; readonly cause?: unknown };

/** Decides on tokens. */
export type TokenVerifier = (token: string) => Promise<TokenDecision>;

/**
 * A verifier of signed tokens (RFC 7519 with the advice of RFC 8725): the algorithm is one of the list and
 * asymmetric; issuer, audience, expiry and not-before hold; `typ` is one of the list, so that a token made
 * for something else isn't taken for an access token; the claims that name the caller are there.
 */
export function createTokenVerifier(
  keys: JWTVerifyGetKey,
  rules: TokenRules,
  now: () => Date,
): TokenVerifier {
  const types = new Set(rules.tokenTypes.map(plainType));
  const options: JWTVerifyOptions = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    clockTolerance: rules.clockToleranceSeconds,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, { ...options, currentDate: now() });
      if (!types.has(plainType(protectedHeader.typ ?? ''))) return refused('The token is of another type.');
      return decide(payload, rules.claimNames ?? ownClaimNames);
    } catch (thrown) {
      return refused(reasonOf(thrown), thrown);
    }
  };
}

/** RFC 7515, section 4.1.9: "application/" may be left out, and case doesn't matter. */
function plainType(type: string): string {
  return type.toLowerCase().replace(/^application\//, '');
}

function decide(payload: JWTPayload, claimNames: ClaimNames): TokenDecision {
  const caller = callerOfClaims(payload, claimNames);
  if (caller === null || payload.exp === undefined)
    return refused('The token lacks a claim: subject, agency, roles and client_id are needed.');
  return { kind: 'verified', caller, expiresAt: new Date(payload.exp * 1000) };
}

/** Expiry is worth telling apart, because the client's remedy differs; everything else is told alike. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid here.';
}

function refused(reason: string, cause?: unknown): TokenDecision {
  return { kind: 'refused', reason, cause };
}
