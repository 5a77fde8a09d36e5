import { createSecretKey, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { ConfigurationError } from '../../errors/index.ts';

/** A secret that the agency shares with the gateway. */
export interface Secret {
  /** Tells secrets apart while one takes another's place: the first 16 digits of its SHA-256, in hexadecimal. */
  readonly id: string;
  readonly key: KeyObject;
}

const fewestBytes = 32;

/**
 * A secret from its text: base64 or base64url of at least 32 bytes.
 *
 * @throws ConfigurationError without the text, if it is none.
 */
export function readSecret(text: string): Secret {
  const bytes = Buffer.from(text, 'base64');
  if (!/^[\w+/-]+={0,2}$/.test(text) || bytes.length < fewestBytes) {
    throw new ConfigurationError({
      place: 'the secret of the gateway',
      message: `it is not base64 of at least ${fewestBytes} bytes.`,
      remedy: 'Take the one that the gateway has for this agency.',
    });
  }
  return { id: hash('sha256', bytes, 'hex').slice(0, 16), key: createSecretKey(bytes) };
}
