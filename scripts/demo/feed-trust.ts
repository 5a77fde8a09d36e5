import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencies, generatedIdentityKeyText, type AgencyName } from '../seeding/index.ts';

/** What the resident index, the agencies and the gateway exchange feeds by, in files that nobody else reads. */
export interface FeedTrustFiles {
  /** The peers of one agency: the index, or for the index everybody. */
  readonly peersFileOf: (agency: AgencyName) => string;
  /** The secret that the gateway shares with the index. */
  readonly gatewaySecretFile: string;
  /** The key that stands for identifiers of the generated people. */
  readonly identityKeyFile: string;
}

const index: AgencyName = 'residents';

/** Opens the secrets that lie in the folder, makes them where there are none, and says where everybody answers. */
export async function openFeedTrust(
  folder: string,
  ports: Readonly<Record<AgencyName, number>>,
): Promise<FeedTrustFiles> {
  const files: FeedTrustFiles = {
    peersFileOf: (agency) => join(folder, `feed-peers-of-${agency}.json`),
    gatewaySecretFile: join(folder, 'feed-secret-of-gateway'),
    identityKeyFile: join(folder, 'identity-key'),
  };
  await mkdir(folder, { recursive: true });
  const secrets = await openSecrets(join(folder, 'feed-secrets.json'));
  const urlOf = (agency: AgencyName): string => `http://127.0.0.1:${ports[agency]}`;
  const others = agencies.filter((agency) => agency !== index);
  const ofIndex = others.map((agency) => [agency, { url: urlOf(agency), secret: secrets[agency] }]);
  const peers: readonly (readonly [AgencyName, object])[] = [
    [index, { ...Object.fromEntries(ofIndex), gateway: { secret: secrets['gateway'] } }],
    ...others.map((agency) => [agency, { [index]: { url: urlOf(index), secret: secrets[agency] } }] as const),
  ];
  await Promise.all([
    ...peers.map(([agency, value]) => writePrivate(files.peersFileOf(agency), JSON.stringify(value))),
    writePrivate(files.gatewaySecretFile, secrets['gateway'] ?? ''),
    writePrivate(files.identityKeyFile, generatedIdentityKeyText),
  ]);
  return files;
}

/** One for each agency and the gateway; those that the folder has not are made, as for an agency that has joined since. */
async function openSecrets(file: string): Promise<Readonly<Record<string, string>>> {
  const known = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, string>) : {};
  const names = [...agencies.filter((agency) => agency !== index), 'gateway'];
  const secrets = Object.fromEntries(
    names.map((name) => [name, known[name] ?? randomBytes(32).toString('base64')]),
  );
  await writePrivate(file, JSON.stringify(secrets));
  return secrets;
}

function writePrivate(file: string, text: string): Promise<void> {
  return writeFile(file, text, { mode: 0o600 });
}
