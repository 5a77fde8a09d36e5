import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CryptoKey, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const issuer = 'https://identity.example';
export const audience = 'resident-graph';

/** What can be different from an ordinary good token. */
export interface TokenChanges {
  readonly claims?: JWTPayload;
  readonly header?: { readonly alg?: string; readonly typ?: string; readonly kid?: string };
  readonly key?: CryptoKey | Uint8Array;
  readonly expiresIn?: number;
  readonly notBefore?: number;
}

/** An identity provider with a key pair for one algorithm, its public key in a file. */
export interface IdentityProvider {
  readonly keysFile: string;
  readonly publicKey: CryptoKey;
  readonly token: (changes?: TokenChanges) => Promise<string>;
}

export async function identityProvider(algorithm = 'EdDSA', kid = 'test'): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const keysFile = join(await mkdtemp(join(tmpdir(), 'resident-graph-keys-')), 'keys.json');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm };
  await writeFile(keysFile, JSON.stringify({ keys: [jwk] }));
  return { keysFile, publicKey, token: async (changes) => signed(changes ?? {}, privateKey, algorithm, kid) };
}

async function signed(changes: TokenChanges, key: CryptoKey, alg: string, kid: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const ordinary = { sub: 'worker-1', agency: 'housing', roles: ['caseworker'], client_id: 'client-view' };
  const jwt = new SignJWT({ ...ordinary, iss: issuer, aud: audience, ...changes.claims })
    .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...changes.header })
    .setIssuedAt(now)
    .setExpirationTime(now + (changes.expiresIn ?? 300));
  if (changes.notBefore !== undefined) jwt.setNotBefore(now + changes.notBefore);
  return jwt.sign(changes.key ?? key);
}
