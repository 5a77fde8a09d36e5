import { hash } from 'node:crypto';

/** Names and values of the components that a signature covers (RFC 9421, section 2), in the order of the signature. */
export type Components = readonly (readonly [name: string, value: string])[];

/** Of RFC 9421, section 3.3. */
export type SignatureAlgorithm = 'hmac-sha256' | 'ed25519';

/** The value of Content-Digest (RFC 9530, section 2) for a body; a text counts as UTF-8. */
export function contentDigest(body: string | Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

/**
 * The text that is signed (RFC 9421, section 2.5).
 *
 * @param params - the value of `@signature-params` (section 2.3), as Signature-Input repeats it
 */
export function signatureBase(components: Components, params: string): string {
  let lines = '';
  for (const [name, value] of components) lines += `"${name}": ${value}\n`;
  return `${lines}"@signature-params": ${params}`;
}
