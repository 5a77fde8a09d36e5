import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What the demonstration's tokens say of whoever carries them. */
export interface DemonstrationCaller {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly application: string;
  readonly purposesOfUse?: readonly string[];
  readonly residentId?: string;
  readonly trainings?: readonly string[];
  readonly assuranceLevel?: number;
}

/** Signs tokens for the demonstration; a real deployment configures its own identity provider. */
export interface DemonstrationIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public keys (RFC 7517), as the gateway reads them. */
  readonly keysFile: string;
  /** What tokens are signed with, for who signs others in the same name. */
  readonly signing: { readonly id: string; readonly privateKey: CryptoKey };
  /** A signed token (RFC 9068) that holds for twelve hours. */
  readonly token: (caller: DemonstrationCaller) => Promise<string>;
}

const nobodysIssuer = 'https://identity.resident-graph.example';
const audience = 'resident-graph';
const keyId = 'demonstration';

/**
 * Opens the issuer whose key pair lies in the folder, and makes the pair where there is none.
 *
 * @param named - its name from now on; without it, the name that it was opened with before
 */
export async function openIssuer(folder: string, named?: string): Promise<DemonstrationIssuer> {
  await mkdir(folder, { recursive: true });
  const issuer = await nameOf(join(folder, 'issuer.txt'), named);
  const keysFile = join(folder, 'public-keys.json');
  const privateKeyFile = join(folder, 'private-key.json');
  if (!existsSync(privateKeyFile) || !existsSync(keysFile)) await makeKeys(folder, keysFile, privateKeyFile);
  const key = (await importJWK(
    JSON.parse(await readFile(privateKeyFile, 'utf8')) as JWK,
    'EdDSA',
  )) as CryptoKey;
  const token = (caller: DemonstrationCaller): Promise<string> =>
    new SignJWT(claimsOf(caller))
      .setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ: 'at+jwt' })
      .setSubject(caller.subject)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(key);
  return { issuer, audience, keysFile, signing: { id: keyId, privateKey: key }, token };
}

async function nameOf(file: string, named: string | undefined): Promise<string> {
  if (named !== undefined) await writeFile(file, named);
  return existsSync(file) ? readFile(file, 'utf8') : nobodysIssuer;
}

/** What a caller's tokens say of them besides the subject. */
export function claimsOf(caller: DemonstrationCaller): Record<string, unknown> {
  return {
    agency: caller.agency,
    roles: caller.roles,
    client_id: caller.application,
    purposes_of_use: caller.purposesOfUse,
    resident_id: caller.residentId,
    trainings: caller.trainings,
    assurance_level: caller.assuranceLevel,
  };
}

async function makeKeys(folder: string, keysFile: string, privateKeyFile: string): Promise<void> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicKey = { ...(await exportJWK(pair.publicKey)), kid: keyId, alg: 'EdDSA', use: 'sig' };
  await writeFile(privateKeyFile, JSON.stringify(await exportJWK(pair.privateKey)), { mode: 0o600 });
  await writeFile(keysFile, JSON.stringify({ keys: [publicKey] }, null, 2));
}
