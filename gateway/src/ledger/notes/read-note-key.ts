import type { JsonWebKey, KeyObject } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { failure } from '../../errors/index.ts';

/**
 * Reads the Ed25519 key that a witness signs with: a private key in PEM (PKCS #8), or a JSON Web Key (RFC 8037).
 *
 * @throws Failure LEDGER_UNUSABLE if the file holds anything else
 */
export async function readNoteKey(file: string): Promise<KeyObject> {
  const message = 'The key that signs checkpoints is no Ed25519 private key, in PEM or as a JSON Web Key.';
  try {
    const text = await readFile(file, 'utf8');
    const key = text.trimStart().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' })
      : createPrivateKey(text);
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(message);
    return key;
  } catch (cause) {
    throw failure('LEDGER_UNUSABLE', { message, place: file, cause });
  }
}
