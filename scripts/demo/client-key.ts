import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** By what an application proves itself to the identity provider. */
export interface ClientKey {
  /** The private key, for the application. */
  readonly file: string;
  /** The public key, for the identity provider. */
  readonly publicKeys: JSONWebKeySet;
}

/** Opens the key of an application that lies in the folder, and makes it where there is none. */
export async function openClientKey(folder: string, id: string): Promise<ClientKey> {
  const file = join(folder, `client-key-of-${id}.json`);
  if (!existsSync(file)) await makeKey(file, id);
  const { d: _, alg: __, ...published } = JSON.parse(await readFile(file, 'utf8')) as JWK;
  return { file, publicKeys: { keys: [published] } };
}

async function makeKey(file: string, id: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: id, alg: 'EdDSA' };
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
}
