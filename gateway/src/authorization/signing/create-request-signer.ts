import { createHmac, randomBytes, sign } from 'node:crypto';

import type { RequestSigner } from '../../execution/index.ts';
import type { DisclosureContext } from '../guarding/index.ts';
import type { AgencySecrets } from './agency-secrets.ts';
import { createContextTokens } from './context-token.ts';
import type { Components, SignatureAlgorithm } from './http-signature.ts';
import { contentDigest, signatureBase, signatureParams } from './http-signature.ts';
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
  readonly of: (base: string) => string;
}

/** What is the same in every request to one agency. */
interface Line {
  readonly signature: Signature;
  readonly nonce: () => string;
  readonly targetOf: (url: string) => string;
}

/** The names of the headers of the wire contract. */
const contextHeader = 'resident-graph-context';
const decidedHeader = 'resident-graph-decided';
const tag = 'resident-graph';

/**
 * Signs requests to agencies as the wire contract says (subgraphs/kit/wire-contract): a context token of who asks,
 * and a signature of this one request (RFC 9421) over method, target, digest of the body, token and decisions.
 *
 * `headersFor` throws if a request says nothing of who asks, or if no secret is shared with the agency: it isn't sent.
 */
export function createRequestSigner(options: RequestSignerOptions): RequestSigner {
  const tokenFor = createContextTokens(options);
  const lines = new Map<string, Line>();
  const lineTo = (agency: string): Line => {
    const line = lines.get(agency) ?? openLine(agency, options);
    lines.set(agency, line);
    return line;
  };
  return {
    headersFor({ context }, { name, url }, body) {
      if (!isDisclosureContext(context))
        throw new TypeError('A request to an agency says nothing of who asks.');
      const line = lineTo(name);
      const components = componentsOf(line.targetOf(url), body, tokenFor(context, name), context);
      return signedHeaders(components, line, options.now());
    },
  };
}

function componentsOf(
  target: string,
  body: string | Uint8Array,
  token: string,
  { decidedCategories }: DisclosureContext,
): Components {
  const always = [
    ['@method', 'POST'],
    ['@target-uri', target],
    ['content-digest', contentDigest(body)],
    [contextHeader, token],
  ] as const;
  if (decidedCategories.length === 0) return always;
  return [...always, [decidedHeader, decidedCategories.join(', ')]];
}

function signedHeaders(
  components: Components,
  { signature, nonce }: Line,
  at: Date,
): Readonly<Record<string, string>> {
  const created = Math.floor(at.getTime() / 1000);
  const params = signatureParams(
    components.map(([name]) => name),
    { created, nonce: nonce(), keyid: signature.keyid, alg: signature.alg, tag },
  );
  const headers: Record<string, string> = {};
  for (const [name, value] of components) if (!name.startsWith('@')) headers[name] = value;
  headers['signature-input'] = `gateway=${params}`;
  headers['signature'] = `gateway=:${signature.of(signatureBase(components, params))}:`;
  return headers;
}

function openLine(agency: string, options: RequestSignerOptions): Line {
  const targets = new Map<string, string>();
  return {
    signature: signatureFor(agency, options),
    nonce: nonces(),
    targetOf: (url) => {
      const target = targets.get(url) ?? targetUri(url);
      targets.set(url, target);
      return target;
    },
  };
}

function signatureFor(agency: string, { keys, secrets, algorithm }: RequestSignerOptions): Signature {
  if (algorithm === 'ed25519') {
    const { id, privateKey } = keys.current;
    const of = (base: string): string => sign(null, Buffer.from(base), privateKey).toString('base64');
    return { keyid: id, alg: algorithm, of };
  }
  const [secret] = secrets.get(agency) ?? [];
  if (secret === undefined) throw new TypeError(`No secret is shared with the agency ${agency}.`);
  const of = (base: string): string => createHmac('sha256', secret.key).update(base).digest('base64');
  return { keyid: secret.id, alg: algorithm, of };
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
