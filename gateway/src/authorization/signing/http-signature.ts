import { hash } from 'node:crypto';

/** Names and values of the components that a signature covers (RFC 9421, section 2), in the order of the signature. */
export type Components = readonly (readonly [name: string, value: string])[];

/** What a signature says of itself (RFC 9421, section 2.3). */
export interface SignatureParameters {
  /** Seconds since 1970. */
  readonly created: number;
  /** 16 to 64 characters of base64url, used once. */
  readonly nonce: string;
  readonly keyid: string;
  readonly alg: SignatureAlgorithm;
  /** What the signature is for, so that one made for something else is none. */
  readonly tag: string;
}

/** Of RFC 9421, section 3.3. */
export type SignatureAlgorithm = 'hmac-sha256' | 'ed25519';

/** The value of Content-Digest (RFC 9530, section 2) for a body; a text counts as UTF-8. */
export function contentDigest(body: string | Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

/** The value of `@signature-params` (RFC 9421, section 2.3), as Signature-Input repeats it. */
export function signatureParams(names: readonly string[], parameters: SignatureParameters): string {
  const { created, nonce, keyid, alg, tag } = parameters;
  const covered = names.map((name) => `"${name}"`).join(' ');
  return `(${covered});created=${created};nonce="${nonce}";keyid="${keyid}";alg="${alg}";tag="${tag}"`;
}

/** The text that is signed (RFC 9421, section 2.5). */
export function signatureBase(components: Components, params: string): string {
  let lines = '';
  for (const [name, value] of components) lines += `"${name}": ${value}\n`;
  return `${lines}"@signature-params": ${params}`;
}
