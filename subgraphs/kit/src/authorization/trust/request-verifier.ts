import type { KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { ContextTokenReader, DisclosureGrant } from './context-token.ts';
import type { EpochMemory } from './epoch-memory.ts';
import { contentDigest, isSignatureOf, signatureBase } from './http-signature.ts';
import type { Components, SignatureAlgorithm } from './http-signature.ts';
import type { NonceWindow } from './nonce-window.ts';

/** A request as it came. */
export interface ArrivedRequest {
  readonly method: string;
  /** As the gateway addressed it: scheme, host, path and query. */
  readonly targetUri: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the gateway vouches for with one request. */
export interface VerifiedRequest {
  readonly grant: DisclosureGrant;
  /** Names of the categories that were decided, and permitted, for every resident among the representations. */
  readonly decided: ReadonlySet<string>;
}

/** Why a request is not the gateway's; for the log, as whoever sent it is told nothing. */
type TrustProblem =
  'signature missing' | 'signature wrong' | 'digest wrong' | 'not of now' | 'nonce used' | 'token' | 'epoch';

export type Verification =
  | { readonly kind: 'trusted'; readonly request: VerifiedRequest }
  | { readonly kind: 'refused'; readonly problem: TrustProblem };

/** What requests are verified by. */
export interface VerifierParts {
  readonly algorithm: SignatureAlgorithm;
  readonly keyOf: (id: string) => KeyObject | undefined;
  /** Looks for keys that have been published since. */
  readonly refresh: () => Promise<void>;
  readonly tokens: ContextTokenReader;
  readonly nonces: NonceWindow;
  readonly epochs: EpochMemory;
  readonly clockSkewSeconds: number;
  readonly now: () => Date;
}

/** How long before now a signature may have been made, in seconds. */
export const oldestSignature = 30;

/** The one form of Signature-Input that is accepted: what is covered, and in this order. */
const inputForm =
  /^gateway=(\("@method" "@target-uri" "content-digest" "resident-graph-context"( "resident-graph-decided")?\);created=(\d{1,11});nonce="([\w-]{16,64})";keyid="([\w.:-]{1,64})";alg="(hmac-sha256|ed25519)";tag="resident-graph")$/;
const signatureForm = /^gateway=:([\w+/]+={0,2}):$/;
const decidedForm = /^[\w-]+(, [\w-]+)*$/;

interface Input {
  readonly params: string;
  readonly coversDecided: boolean;
  readonly created: number;
  readonly nonce: string;
  readonly keyid: string;
  readonly algorithm: string;
}

/**
 * Verifies that a request is the gateway's, made now, for this subgraph, and unaltered (wire-contract/README.md):
 *
 * 1. the signature's form, and that it covers what it must
 * 2. that it was made within the last 30 seconds
 * 3. the digest of the body, then the signature itself
 * 4. the context token
 * 5. that no newer policy is in force
 * 6. last, so that only the gateway's own requests are remembered: that the nonce is new
 */
export async function verifyRequest(request: ArrivedRequest, parts: VerifierParts): Promise<Verification> {
  const input = readInput(request);
  if (input === null) return refused('signature missing');
  const at = parts.now();
  if (!isOfNow(input, at, parts)) return refused('not of now');
  if (header(request, 'content-digest') !== contentDigest(request.body)) return refused('digest wrong');
  if (parts.keyOf(input.keyid) === undefined) await parts.refresh();
  if (!isSigned(request, input, parts)) return refused('signature wrong');
  const token = header(request, 'resident-graph-context');
  const grant = parts.tokens.known(token, at) ?? (await parts.tokens.verify(token, at));
  if (grant === null) return refused('token');
  if (!parts.epochs.isCurrent(grant.epoch, at.getTime())) return refused('epoch');
  if (!parts.nonces.use(input.nonce, input.created, seconds(at))) return refused('nonce used');
  return { kind: 'trusted', request: { grant, decided: decidedOf(request, input) } };
}

function refused(problem: TrustProblem): Verification {
  return { kind: 'refused', problem };
}

/** Node joins headers that come twice, and what is joined has no longer the form. */
function header({ headers }: ArrivedRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function readInput(request: ArrivedRequest): Input | null {
  const match = inputForm.exec(header(request, 'signature-input'));
  if (match === null) return null;
  const [, params = '', decided, created, nonce = '', keyid = '', algorithm = ''] = match;
  const coversDecided = decided !== undefined;
  if (coversDecided !== 'resident-graph-decided' in request.headers) return null;
  if (coversDecided && !decidedForm.test(header(request, 'resident-graph-decided'))) return null;
  return { params, coversDecided, created: Number(created), nonce, keyid, algorithm };
}

function isOfNow({ created }: Input, at: Date, { clockSkewSeconds }: VerifierParts): boolean {
  const now = seconds(at);
  return created >= now - oldestSignature - clockSkewSeconds && created <= now + clockSkewSeconds;
}

/** The key says by which algorithm, and not the request. */
function isSigned(request: ArrivedRequest, input: Input, { keyOf, algorithm }: VerifierParts): boolean {
  const [, signature] = signatureForm.exec(header(request, 'signature')) ?? [];
  const key = keyOf(input.keyid);
  if (signature === undefined || key === undefined || input.algorithm !== algorithm) return false;
  return isSignatureOf(signature, signatureBase(componentsOf(request, input), input.params), algorithm, key);
}

function componentsOf(request: ArrivedRequest, { coversDecided }: Input): Components {
  const always = [
    ['@method', request.method],
    ['@target-uri', request.targetUri],
    ['content-digest', header(request, 'content-digest')],
    ['resident-graph-context', header(request, 'resident-graph-context')],
  ] as const;
  const decided = ['resident-graph-decided', header(request, 'resident-graph-decided')] as const;
  return coversDecided ? [...always, decided] : always;
}

function decidedOf(request: ArrivedRequest, { coversDecided }: Input): ReadonlySet<string> {
  return coversDecided ? new Set(header(request, 'resident-graph-decided').split(', ')) : nothing;
}

const nothing: ReadonlySet<string> = new Set();

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
