import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';

/** What the demonstration's gateway and its agencies know each other by, in files that nobody else reads. */
export interface GatewayTrustFiles {
  /** The gateway's key pair, for itself. */
  readonly keyFile: string;
  /** All secrets, for the gateway. */
  readonly secretsFile: string;
  /** The gateway's public key, for agencies. */
  readonly publicKeysFile: string;
  /** The secret of one agency, for itself. */
  readonly secretFileOf: (agency: string) => string;
}

const keyId = 'demonstration-gateway';

/** Opens the keys and secrets that lie in the folder, and makes them where there are none. */
export async function openGatewayTrust(
  folder: string,
  agencies: readonly string[],
): Promise<GatewayTrustFiles> {
  const files: GatewayTrustFiles = {
    keyFile: join(folder, 'gateway-key.json'),
    secretsFile: join(folder, 'agency-secrets.json'),
    publicKeysFile: join(folder, 'gateway-public-keys.json'),
    secretFileOf: (agency) => join(folder, `secret-of-${agency}`),
  };
  await mkdir(folder, { recursive: true });
  if (!existsSync(files.keyFile) || !existsSync(files.publicKeysFile)) await makeKeys(files);
  await makeSecrets(files, agencies);
  return files;
}

async function makeKeys({ keyFile, publicKeysFile }: GatewayTrustFiles): Promise<void> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicKey = { ...(await exportJWK(pair.publicKey)), kid: keyId, alg: 'EdDSA', use: 'sig' };
  const privateKey = { ...(await exportJWK(pair.privateKey)), kid: keyId };
  await writeFile(keyFile, JSON.stringify(privateKey), { mode: 0o600 });
  await writeFile(publicKeysFile, JSON.stringify({ keys: [publicKey] }, null, 2));
}

async function makeSecrets(files: GatewayTrustFiles, agencies: readonly string[]): Promise<void> {
  const before = existsSync(files.secretsFile) ? JSON.parse(await readFile(files.secretsFile, 'utf8')) : {};
  const fresh = agencies.map((agency) => [agency, randomBytes(32).toString('base64')] as const);
  const secrets = { ...Object.fromEntries(fresh), ...(before as Record<string, string>) };
  await writeFile(files.secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  await Promise.all(
    agencies.map((agency) => writeFile(files.secretFileOf(agency), secrets[agency] ?? '', { mode: 0o600 })),
  );
}
