import { createHmac, hash, timingSafeEqual, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Names and values of the components that a signature covers (RFC 9421, section 2), in the order of the signature. */
export type Components = readonly (readonly [name: string, value: string])[];

/** Of RFC 9421, section 3.3. */
export type SignatureAlgorithm = 'hmac-sha256' | 'ed25519';

/** The value of Content-Digest (RFC 9530, section 2) for a body; a text counts as UTF-8. */
export function contentDigest(body: string | Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

/** The text that is signed (RFC 9421, section 2.5). */
export function signatureBase(components: Components, params: string): string {
  let lines = '';
  for (const [name, value] of components) lines += `"${name}": ${value}\n`;
  return `${lines}"@signature-params": ${params}`;
}

/** Whether a signature, in base64, is one of the text by the key. */
export function isSignatureOf(
  signature: string,
  base: string,
  algorithm: SignatureAlgorithm,
  key: KeyObject,
): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (algorithm === 'ed25519') return verify(null, Buffer.from(base), key, bytes);
  const expected = createHmac('sha256', key).update(base).digest();
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

/** A signature in base64 with a shared secret (RFC 9421, section 3.3.3). */
export function hmacOf(base: string, key: KeyObject): string {
  return createHmac('sha256', key).update(base).digest('base64');
}
