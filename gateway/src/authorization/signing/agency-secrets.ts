import type { KeyObject } from 'node:crypto';
import { createSecretKey, hash } from 'node:crypto';

/** A secret that the gateway shares with one agency. */
export interface AgencySecret {
  /** Tells secrets apart while one takes another's place: the first 16 digits of its SHA-256, in hexadecimal. */
  readonly id: string;
  readonly key: KeyObject;
}

/** By agency; the first signs, and any verifies. */
export type AgencySecrets = ReadonlyMap<string, readonly AgencySecret[]>;

const fewestBytes = 32;

/**
 * A secret from its text: base64 or base64url of at least 32 bytes.
 *
 * @throws TypeError without the text, if it is none.
 */
export function agencySecret(text: string): AgencySecret {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (!/^[\w+/-]+={0,2}$/.test(text.trim()) || bytes.length < fewestBytes) {
    throw new TypeError(`A secret is base64 of at least ${fewestBytes} bytes.`);
  }
  return { id: hash('sha256', bytes, 'hex').slice(0, 16), key: createSecretKey(bytes) };
}
