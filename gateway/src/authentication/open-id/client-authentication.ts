import { readFile } from 'node:fs/promises';

import type { CryptoKey, JWK } from 'jose';
import { importJWK } from 'jose';
import type { ClientAuth } from 'openid-client';
import { ClientSecretBasic, None, PrivateKeyJwt } from 'openid-client';

import { failure } from '../../errors/index.ts';

/** How this gateway proves itself to the identity provider; by neither, it is a public client with PKCE alone. */
export interface ClientCredentials {
  /** A file with the secret. */
  readonly clientSecretFile?: string | undefined;
  /** A file with a private key (a JSON Web Key) for `private_key_jwt` (RFC 7523). */
  readonly clientKeyFile?: string | undefined;
}

/** @throws Failure SIGN_IN_UNUSABLE if the file can't be read. */
export async function clientAuthentication({
  clientSecretFile,
  clientKeyFile,
}: ClientCredentials): Promise<ClientAuth> {
  if (clientKeyFile !== undefined) return PrivateKeyJwt(await privateKeyOf(clientKeyFile));
  if (clientSecretFile === undefined) return None();
  return ClientSecretBasic(await secretOf(clientSecretFile));
}

async function secretOf(file: string): Promise<string> {
  const secret = (await readFile(file, 'utf8').catch(unusable(file))).trim();
  if (secret === '') throw failure('SIGN_IN_UNUSABLE', { place: file });
  return secret;
}

async function privateKeyOf(file: string): Promise<{ readonly key: CryptoKey; readonly kid?: string }> {
  try {
    const jwk = JSON.parse(await readFile(file, 'utf8')) as JWK;
    const key = await importJWK(jwk);
    if (key instanceof Uint8Array || key.type !== 'private') throw new TypeError('No private key.');
    return { key, ...(jwk.kid !== undefined && { kid: jwk.kid }) };
  } catch (cause) {
    throw failure('SIGN_IN_UNUSABLE', { place: file, cause });
  }
}

function unusable(file: string): (cause: unknown) => never {
  return (cause) => {
    throw failure('SIGN_IN_UNUSABLE', { place: file, cause });
  };
}
