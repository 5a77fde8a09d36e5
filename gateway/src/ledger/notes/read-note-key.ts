import type { KeyObject } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { failure } from '../../errors/index.ts';

const keySchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
});

/**
 * Reads the Ed25519 key pair that a log or a witness signs with: a JSON Web Key (RFC 8037).
 *
 * @throws Failure LEDGER_UNUSABLE if the file holds anything else
 */
export async function readNoteKey(file: string): Promise<KeyObject> {
  try {
    const key = keySchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return createPrivateKey({ key, format: 'jwk' });
  } catch (cause) {
    const message = 'The key that signs checkpoints is no Ed25519 key pair as a JSON Web Key.';
    throw failure('LEDGER_UNUSABLE', { message, place: file, cause });
  }
}
