import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A resident's key, and the name by which entries know it. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
  /** The id in UTF-8, which is authenticated with what is sealed. */
  readonly name: Buffer;
}

/** The key of an id. @param encoded - the key in base64url */
export function sealingKey(id: string, encoded: string): SealingKey {
  return { id, key: Buffer.from(encoded, 'base64url'), name: Buffer.from(id) };
}

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Nonces are taken from random bytes drawn many at a time. One key seals far fewer than 2^32 entries, for which random
 * nonces are safe (NIST SP 800-38D, section 8.3).
 */
const nonces = { bytes: Buffer.alloc(0), at: 0 };

function nextNonce(): Buffer {
  if (nonces.at + nonceLength > nonces.bytes.length) {
    nonces.bytes = randomBytes(nonceLength * 256);
    nonces.at = 0;
  }
  const nonce = nonces.bytes.subarray(nonces.at, nonces.at + nonceLength);
  nonces.at += nonceLength;
  return nonce;
}

/** Seals a text under a key; the key's id is authenticated with it. */
export function seal({ key, name }: SealingKey, text: string): string {
  const nonce = nextNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(name);
  const sealed = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Opens what was sealed. @throws Error if it was sealed under another key or is not what was sealed */
export function unseal({ key, name }: SealingKey, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength));
  decipher.setAAD(name);
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const text = decipher.update(bytes.subarray(nonceLength, -tagLength));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
