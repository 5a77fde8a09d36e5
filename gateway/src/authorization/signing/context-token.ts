import { sign } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import type { DisclosureContext } from '../guarding/index.ts';
import type { DecisionTable } from '../policy/index.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What context tokens are made from. */
export interface ContextTokenOptions {
  readonly keys: SigningKeys;
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
}

/**
 * The context token for one agency; minted when it is first asked for and again before it ends.
 *
 * @param at - now, in seconds since 1970
 */
export type ContextTokens = (context: DisclosureContext, agency: string, at: number) => string;

/** The value of a context token's `typ` header, so that no other token is taken for one (RFC 8725, section 3.11). */
export const contextTokenType = 'resident-graph-context+jwt';

/** How long a token holds, and how long before its end it is replaced; in seconds. */
const lifetime = 60;
const reserve = 15;

interface Minted {
  readonly token: string;
  readonly epoch: number;
  readonly replaceAt: number;
}

/**
 * Mints context tokens: EdDSA JWTs (RFC 7519, RFC 8037) that tell an agency who asks, what for, and which of the
 * agency's categories are decided without knowing the resident. One for each decision table and agency.
 */
export function createContextTokens({ keys, categoriesOf }: ContextTokenOptions): ContextTokens {
  const minted = new WeakMap<DecisionTable, Map<string, Minted>>();
  const header = encode({ alg: 'EdDSA', kid: keys.current.id, typ: contextTokenType });
  const mint = (context: DisclosureContext, agency: string, at: number): Minted => {
    const claims = { ...claimsOf(context, categoriesOf(agency)), aud: agency, iat: at, exp: at + lifetime };
    const content = `${header}.${encode(claims)}`;
    const signature = sign(null, Buffer.from(content), keys.current.privateKey).toString('base64url');
    return { token: `${content}.${signature}`, epoch: context.epoch, replaceAt: at + lifetime - reserve };
  };
  return (context, agency, at) => {
    const ofTable = minted.get(context.table) ?? new Map<string, Minted>();
    const known = ofTable.get(agency);
    if (known !== undefined && known.epoch === context.epoch && at < known.replaceAt) return known.token;
    const next = mint(context, agency, at);
    minted.set(context.table, ofTable.set(agency, next));
    return next.token;
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function claimsOf({ table, epoch }: DisclosureContext, categories: readonly string[]): object {
  const decisions = categories.map((category) => ({ category, decision: table.ofCategory(category) }));
  const named = (kind: string): string[] =>
    decisions.filter(({ decision }) => decision.kind === kind).map(({ category }) => category);
  const concealed = decisions.filter(({ decision }) => decision.kind === 'deny' && decision.isConcealed);
  return {
    ...callerClaims(table.caller),
    ...(table.purposeOfUse !== null && { purpose: table.purposeOfUse }),
    epoch,
    permitted: named('permit'),
    undetermined: named('undetermined'),
    concealed: concealed.map(({ category }) => category),
  };
}

/** The caller as the identity provider vouched for it, whole, so that decisions can be taken again from the token alone. */
function callerClaims(caller: Caller): object {
  return {
    sub: caller.subject,
    agency: caller.agency,
    roles: caller.roles,
    client_id: caller.application,
    trainings: caller.trainings,
    assurance_level: caller.assuranceLevel,
    ...(caller.residentId !== null && { resident_id: caller.residentId }),
    ...(caller.purposesOfUse !== null && { purposes_of_use: caller.purposesOfUse }),
    ...(caller.isAnonymous && { anonymous: true }),
  };
}
