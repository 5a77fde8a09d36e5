import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ConfigurationError } from '../errors/index.ts';
import { createNumberTokenizer } from '../tokens/index.ts';
import type { NumberTokenizer } from '../tokens/index.ts';

/** What stands for identifiers outside the agency; agencies share one, and the resident index has it not. */
export interface IdentityKey {
  /** What the index knows a local record by: a keyed hash of the agency and the local id. */
  readonly recordOf: (agency: string, localId: string) => string;
  /** Keyed hashes in place of a Social Security number. */
  readonly tokens: NumberTokenizer;
}

const keyBytes = 32;

/**
 * Reads the key from its text: base64 of 32 bytes. Each use has a key of its own, derived from it (RFC 5869).
 *
 * @throws ConfigurationError without the text, if it is none.
 */
export function identityKey(text: string): IdentityKey {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== keyBytes) throw problem('it is not base64 of 32 bytes.');
  const records = derived(bytes, 'local records');
  return {
    recordOf: (agency, localId) =>
      createHmac('sha256', records).update(`${agency}\0${localId}`).digest('hex'),
    tokens: createNumberTokenizer(derived(bytes, 'Social Security numbers')),
  };
}

/** @throws ConfigurationError if the file can't be read, or holds no key. */
export function readIdentityKey(file: string): IdentityKey {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw problem(`${file} cannot be read.`);
  }
  return identityKey(text);
}

function derived(key: Buffer, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `resident-graph ${use}`, keyBytes));
}

function problem(message: string): ConfigurationError {
  return new ConfigurationError({
    place: '--identity-key-file',
    message,
    remedy: 'Give the key that the agencies of the identity-matching agreement share.',
  });
}
