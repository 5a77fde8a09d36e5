import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { AgencySecret, AgencySecrets } from '../agency-secrets.ts';
import { contentDigest, signatureBase } from '../http-signature.ts';
import { createNonceWindow } from '../nonce-window.ts';

/** A request of an agency to the gateway, as it came. */
export interface AgencyRequest {
  readonly method: string;
  /** As clients address it: scheme, host, path and query. */
  readonly targetUri: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Tells which agency signed a request; null if none did, or if the signature has been used or is not of now. */
export type ReadSigner = (request: AgencyRequest) => string | null;

/** How long before now, and how far after now, a signature may have been made; in seconds. */
const oldest = 30;
const skew = 5;
const mostNonces = 500_000;

/** The one form of Signature-Input that is accepted: what is covered, and in this order. */
const inputForm =
  /^subgraph=(\("@method" "@target-uri" "content-digest"\);created=(\d{1,11});nonce="([\w-]{16,64})";keyid="([0-9a-f]{16})";alg="hmac-sha256";tag="resident-graph-decisions")$/;
const signatureForm = /^subgraph=:([\w+/]{43}=):$/;

/** Verifies signatures (RFC 9421) of agencies in the wire contract's profile: HMAC by the agency's secret. */
export function createReadSigner(secrets: AgencySecrets, now: () => Date): ReadSigner {
  const known = byId(secrets);
  const nonces = createNonceWindow(oldest + skew, mostNonces);
  return (request) => {
    const [, params, created, nonce, keyid] = inputForm.exec(headerOf(request, 'signature-input')) ?? [];
    const [, signature] = signatureForm.exec(headerOf(request, 'signature')) ?? [];
    const signer = known.get(keyid ?? '');
    if (params === undefined || nonce === undefined || signature === undefined || !signer) return null;
    const at = Math.floor(now().getTime() / 1000);
    const isOfNow = Number(created) >= at - oldest - skew && Number(created) <= at + skew;
    if (!isOfNow || !isDigestRight(request) || !isSignature(signature, params, request, signer)) return null;
    return nonces.use(nonce, Number(created), at) ? signer.agency : null;
  };
}

interface Signer extends AgencySecret {
  readonly agency: string;
}

function byId(secrets: AgencySecrets): ReadonlyMap<string, Signer> {
  const signers = [...secrets].flatMap(([agency, own]) => own.map((secret) => ({ ...secret, agency })));
  return new Map(signers.map((signer) => [signer.id, signer]));
}

function headerOf({ headers }: AgencyRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function isDigestRight(request: AgencyRequest): boolean {
  return headerOf(request, 'content-digest') === contentDigest(request.body);
}

function isSignature(signature: string, params: string, request: AgencyRequest, { key }: Signer): boolean {
  const base = signatureBase(
    [
      ['@method', request.method],
      ['@target-uri', request.targetUri],
      ['content-digest', headerOf(request, 'content-digest')],
    ],
    params,
  );
  return timingSafeEqual(Buffer.from(signature, 'base64'), createHmac('sha256', key).update(base).digest());
}
