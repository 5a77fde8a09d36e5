import { randomBytes, sign } from 'node:crypto';

import type { RequestSigner } from '../../execution/index.ts';
import type { DisclosureContext } from '../guarding/index.ts';
import type { AgencySecrets } from './agency-secrets.ts';
import { createContextTokens } from './context-token.ts';
import { hmacSha256 } from './hmac-sha256.ts';
import type { SignatureAlgorithm } from './http-signature.ts';
import { contentDigest } from './http-signature.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What requests to agencies are signed with. */
export interface RequestSignerOptions {
  readonly keys: SigningKeys;
  readonly secrets: AgencySecrets;
  /** How requests are signed; context tokens are always signed with the gateway's key. */
  readonly algorithm: SignatureAlgorithm;
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
  readonly now: () => Date;
}

/** A key that signs: its name and how. */
interface Signature {
  readonly keyid: string;
  readonly alg: SignatureAlgorithm;
  /** Of a base that comes in several texts, one behind the other. */
  readonly of: (base: readonly string[]) => string;
}

/** What is the same in every request to one agency, written once. */
interface Line {
  readonly signature: Signature;
  readonly nonce: () => string;
  /** The lines of the signature's base that stand before the digest, by the agency's address. */
  readonly targetOf: (url: string) => string;
  /** The end of the signature's parameters. */
  readonly parameters: string;
}

/** The names of what is signed (RFC 9421, section 2.3), in the order in which the values stand in the base. */
const covered = '("@method" "@target-uri" "content-digest" "resident-graph-context")';
const coveredWithDecided = `${covered.slice(0, -1)} "resident-graph-decided")`;

/**
 * Signs requests to agencies as the wire contract says (subgraphs/kit/wire-contract): a context token of who asks,
 * and a signature of this one request (RFC 9421) over method, target, digest of the body, token and decisions.
 *
 * `headersFor` throws if a request says nothing of who asks, or if no secret is shared with the agency: it isn't sent.
 */
export function createRequestSigner(options: RequestSignerOptions): RequestSigner {
  const tokenFor = createContextTokens(options);
  const lines = new Map<string, Line>();
  return {
    headersFor({ context }, { name, url }, body) {
      if (!isDisclosureContext(context))
        throw new TypeError('A request to an agency says nothing of who asks.');
      const line = lines.get(name) ?? openLine(name, options);
      lines.set(name, line);
      const at = Math.floor(options.now().getTime() / 1000);
      return signedHeaders(line, at, {
        target: line.targetOf(url),
        digest: contentDigest(body),
        token: tokenFor(context, name, at),
        decided: context.decidedCategories.join(', '),
      });
    },
  };
}

/** What a signature covers. */
interface Covered {
  readonly target: string;
  readonly digest: string;
  readonly token: string;
  /** Empty if nothing is. */
  readonly decided: string;
}

/** The base's texts are those that `signatureBase` would put together for each request anew. */
function signedHeaders(
  { signature, nonce, parameters }: Line,
  at: number,
  { target, digest, token, decided }: Covered,
): Readonly<Record<string, string>> {
  const names = decided === '' ? covered : coveredWithDecided;
  const params = `${names};created=${at};nonce="${nonce()}"${parameters}`;
  const decidedLine = decided === '' ? '' : `"resident-graph-decided": ${decided}\n`;
  const last = `\n${decidedLine}"@signature-params": ${params}`;
  const base = [target, digest, '\n"resident-graph-context": ', token, last];
  const about = { 'content-digest': digest, 'resident-graph-context': token };
  const proof = {
    'signature-input': `gateway=${params}`,
    signature: `gateway=:${signature.of(base)}:`,
  };
  return decided === '' ? { ...about, ...proof } : { ...about, 'resident-graph-decided': decided, ...proof };
}

function openLine(agency: string, options: RequestSignerOptions): Line {
  const targets = new Map<string, string>();
  const signature = signatureFor(agency, options);
  const { keyid, alg } = signature;
  return {
    signature,
    nonce: nonces(),
    parameters: `;keyid="${keyid}";alg="${alg}";tag="resident-graph"`,
    targetOf: (url) => {
      const known = targets.get(url);
      if (known !== undefined) return known;
      const target = `"@method": POST\n"@target-uri": ${targetUri(url)}\n"content-digest": `;
      targets.set(url, target);
      return target;
    },
  };
}

function signatureFor(agency: string, { keys, secrets, algorithm }: RequestSignerOptions): Signature {
  if (algorithm === 'ed25519') {
    const { id, privateKey } = keys.current;
    const of: Signature['of'] = (base) =>
      sign(null, Buffer.from(base.join('')), privateKey).toString('base64');
    return { keyid: id, alg: algorithm, of };
  }
  const [secret] = secrets.get(agency) ?? [];
  if (secret === undefined) throw new TypeError(`No secret is shared with the agency ${agency}.`);
  return { keyid: secret.id, alg: algorithm, of: hmacSha256(secret.key) };
}

/** Random once and counted from there: no two are alike, and none costs a call for random numbers. */
function nonces(): () => string {
  const prefix = randomBytes(15).toString('base64url');
  let count = 0;
  return () => `${prefix}-${(count++).toString(36)}`;
}

/** Without user, password and fragment, which don't travel (RFC 9421, section 2.2.2). */
function targetUri(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search}`;
}

/** What is handed on with a fetch is opaque on its way. */
function isDisclosureContext(context: unknown): context is DisclosureContext {
  return (
    typeof context === 'object' && context !== null && 'table' in context && 'decidedCategories' in context
  );
}
