import { readFile, stat } from 'node:fs/promises';

import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';
import { z } from 'zod';

import { failure } from '../errors/index.ts';

/** Where the identity provider's public keys are: a file or an address. */
export type KeySource = { readonly file: string } | { readonly url: string };

/**
 * Opens a key set (RFC 7517).
 *
 * From a file: read now, and again whenever the file has changed by the time that a token needs a key; a
 * file that has become unreadable gives no keys, so that its tokens are refused. From an address: fetched
 * when first needed, and again when a token names an unknown key.
 *
 * @throws Failure KEYS_UNREADABLE if a file holds no usable keys now.
 */
export async function openKeySet(source: KeySource): Promise<JWTVerifyGetKey> {
  return 'url' in source ? openKeyAddress(source.url) : openKeyFile(source.file);
}

/** A token that names an unknown key is its holder's fault; everything else that fails is the operator's to mend. */
function openKeyAddress(url: string): JWTVerifyGetKey {
  const fetchKeys = createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 });
  return async (header, token) => {
    try {
      return await fetchKeys(header, token);
    } catch (cause) {
      const isTokens =
        cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys;
      throw isTokens ? cause : failure('KEYS_UNREADABLE', { cause });
    }
  };
}

async function openKeyFile(file: string): Promise<JWTVerifyGetKey> {
  let version = await versionOf(file);
  let keys = await readKeys(file);
  return async (header, token) => {
    const current = await versionOf(file);
    if (current !== version) {
      keys = await readKeys(file);
      version = current;
    }
    return keys(header, token);
  };
}

async function versionOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (cause) {
    throw failure('KEYS_UNREADABLE', { place: file, cause });
  }
}

async function readKeys(file: string): Promise<JWTVerifyGetKey> {
  try {
    const keys: unknown = JSON.parse(await readFile(file, 'utf8'));
    keySetSchema.parse(keys);
    return createLocalJWKSet(keys as JSONWebKeySet);
  } catch (cause) {
    throw failure('KEYS_UNREADABLE', { place: file, cause });
  }
}

/** Public keys only: a symmetric or private key in this file means that somebody gave away a secret. */
const keySetSchema = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.enum(['OKP', 'EC', 'RSA']),
        d: z.undefined().optional(),
        k: z.undefined().optional(),
      }),
    )
    .min(1),
});
