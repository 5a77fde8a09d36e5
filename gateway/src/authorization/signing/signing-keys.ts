import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { JWK } from 'jose';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

import { failure } from '../../errors/index.ts';

/** The gateway's own key pairs. */
export interface SigningKeys {
  /** What new tokens are signed with. */
  readonly current: { readonly id: string; readonly privateKey: KeyObject };
  /** All of them by id, those that only verify included. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  /** The public halves as agencies read them (RFC 7517, section 5). */
  readonly published: { readonly keys: readonly JWK[] };
}

const keySchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  kid: z
    .string()
    .regex(/^[\w.:-]{1,64}$/)
    .optional(),
});

const fileSchema = z.union([z.strictObject({ keys: z.array(keySchema).min(1) }), keySchema]);

/**
 * Reads Ed25519 key pairs (RFC 8037) from a file: one JWK, or a set of them of which the first signs. A pair stays
 * in the set until the last token that it signed has ended.
 *
 * @throws Failure SIGNING_KEYS_UNREADABLE if the file holds anything else.
 */
export async function readSigningKeys(file: string): Promise<SigningKeys> {
  try {
    const read = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return await signingKeysOf(isSet(read) ? read.keys : [read]);
  } catch (cause) {
    throw failure('SIGNING_KEYS_UNREADABLE', { place: file, cause });
  }
}

type PrivateJwk = z.infer<typeof keySchema>;

function isSet(read: z.infer<typeof fileSchema>): read is { keys: PrivateJwk[] } {
  return 'keys' in read;
}

/** @throws TypeError if there is no key, or if one isn't an Ed25519 pair. */
export async function signingKeysOf(jwks: readonly PrivateJwk[]): Promise<SigningKeys> {
  const [first] = jwks;
  if (first === undefined) throw new TypeError('There is no key to sign with.');
  const published = await Promise.all(jwks.map(publicHalf));
  return {
    current: {
      id: published[0]?.kid ?? '',
      privateKey: createPrivateKey({ key: first, format: 'jwk' }),
    },
    publicKeys: new Map(published.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })])),
    published: { keys: published },
  };
}

async function publicHalf({ kty, crv, x, kid }: PrivateJwk): Promise<JWK & { readonly kid: string }> {
  const key = { kty, crv, x };
  return { ...key, kid: kid ?? (await calculateJwkThumbprint(key)), alg: 'EdDSA', use: 'sig' };
}
