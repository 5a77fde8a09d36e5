import { jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';

import type { Requester } from '../../schema/index.ts';
import type { GatewayKeys } from './gateway-keys.ts';

/** What a context token says, once it has been verified. */
export interface DisclosureGrant {
  readonly requester: Requester;
  /** Of the policy that decided; grows with every change of it. */
  readonly epoch: number;
  /** Names of the categories that may be shown whoever the resident is. */
  readonly permitted: ReadonlySet<string>;
  /** Those that depend on the resident. */
  readonly undetermined: ReadonlySet<string>;
  /** Those of which it must not show that they were withheld. */
  readonly concealed: ReadonlySet<string>;
  /** Seconds since 1970. */
  readonly endsAt: number;
  readonly token: string;
}

/** Verifies context tokens; one that has been verified is remembered until its end. */
export interface ContextTokenReader {
  /** What is remembered of a token; undefined if it must be verified. */
  readonly known: (token: string, at: Date) => DisclosureGrant | undefined;
  /** Null if the token isn't the gateway's, is for another agency, was altered, or isn't of now. */
  readonly verify: (token: string, at: Date) => Promise<DisclosureGrant | null>;
}

/** The value of a context token's `typ` header. */
const tokenType = 'resident-graph-context+jwt';

/** Seconds; a token that says of itself that it holds longer is refused. */
const longestLife = 60;
const mostTokens = 10_000;

export function createContextTokenReader(
  agency: string,
  keys: GatewayKeys,
  clockSkewSeconds: number,
): ContextTokenReader {
  const verified = new LRUCache<string, DisclosureGrant>({ max: mostTokens });
  const verify = async (token: string, at: Date): Promise<DisclosureGrant | null> => {
    try {
      const { payload } = await jwtVerify(token, async ({ kid = '' }) => keyOf(keys, kid), {
        algorithms: ['EdDSA'],
        audience: agency,
        typ: tokenType,
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: longestLife,
        clockTolerance: clockSkewSeconds,
        currentDate: at,
      });
      return grantOf(payload, token);
    } catch {
      return null;
    }
  };
  return {
    known: (token, at) => {
      const grant = verified.get(token);
      return grant !== undefined && at.getTime() / 1000 < grant.endsAt + clockSkewSeconds ? grant : undefined;
    },
    verify: async (token, at) => {
      const grant = await verify(token, at);
      if (grant !== null) verified.set(token, grant);
      return grant;
    },
  };
}

async function keyOf(keys: GatewayKeys, id: string) {
  if (keys.get(id) === undefined) await keys.refresh();
  const key = keys.get(id);
  if (key === undefined) throw new TypeError('The token is of an unknown key.');
  return key;
}

/** @throws TypeError if a claim is missing or of the wrong kind. */
function grantOf(claims: JWTPayload, token: string): DisclosureGrant {
  const { exp = 0, iat = 0 } = claims;
  if (exp - iat > longestLife) throw new TypeError('The token holds too long.');
  return {
    requester: {
      subject: textOf(claims.sub),
      agency: textOf(claims['agency']),
      roles: namesOf(claims['roles']),
      application: textOf(claims['client_id']),
      purposeOfUse: claims['purpose'] === undefined ? null : textOf(claims['purpose']),
    },
    epoch: wholeNumberOf(claims['epoch']),
    permitted: new Set(namesOf(claims['permitted'])),
    undetermined: new Set(namesOf(claims['undetermined'])),
    concealed: new Set(namesOf(claims['concealed'])),
    endsAt: exp,
    token,
  };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A claim is no text.');
  return value;
}

function namesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new TypeError('A claim is no list.');
  return value.map(textOf);
}

function wholeNumberOf(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new TypeError('A claim is no whole number.');
  return Number(value);
}
