import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { formatVerifierKey, readNoteKey, verifierKeyOf } from '../../gateway/src/ledger/index.ts';
import { freePorts } from './ports.ts';
import { startService } from './service.ts';

/** The witnesses of the demonstration's ledger, which two of the agencies run. */
export interface DemonstrationWitnesses {
  /** What the gateway signs its checkpoints with. */
  readonly logKeyFile: string;
  /** As the gateway's configuration wants them: address=verifier key. */
  readonly addresses: readonly string[];
  readonly stop: () => Promise<void>;
}

const owners = ['housing', 'justice'] as const;
const logName = 'resident-graph/ledger/1';
const main = fileURLToPath(new URL('../../gateway/src/cli/main.ts', import.meta.url));

/** Starts a process for each witness; they remember in the demonstration's folder what they have cosigned. */
export async function startWitnesses(
  folder: string,
  report: (line: string) => void,
): Promise<DemonstrationWitnesses> {
  const logKeyFile = join(folder, 'keys', 'ledger-key.pem');
  const logKey = await keyIn(logKeyFile, logName, 'ed25519');
  const ports = await freePorts(owners.length);
  const started = await Promise.all(
    owners.map(async (owner, index) => startWitness(folder, owner, ports[index] ?? 0, logKey, report)),
  );
  const verifierKeys = started.map(({ verifierKey }) => `${verifierKey}\n`).join('');
  await writeFile(join(folder, 'keys', 'witness-keys'), verifierKeys);
  return {
    logKeyFile,
    addresses: started.map(({ address }) => address),
    stop: async () => {
      await Promise.all(started.map(async ({ service }) => service.stop()));
    },
  };
}

async function startWitness(
  folder: string,
  owner: string,
  port: number,
  logKey: string,
  report: (line: string) => void,
) {
  const name = `witness.${owner}.example`;
  const keyFile = join(folder, 'keys', `witness-of-${owner}.pem`);
  const verifierKey = await keyIn(keyFile, name, 'cosignature');
  const flags = ['--name', name, '--key-file', keyFile, '--log', logKey, '--port', String(port)];
  const service = await startService({
    name: `witness of ${owner}`,
    command: [main, 'witness', ...flags, '--directory', join(folder, `witness-of-${owner}`)],
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
    logFile: join(folder, 'logs', `witness-of-${owner}.log`),
  });
  report(`witness of ${owner} answers on port ${port} (process ${service.processId})`);
  return { service, verifierKey, address: `http://127.0.0.1:${port}=${verifierKey}` };
}

/** The verifier key of the private key in the file, which is made where there is none. */
async function keyIn(file: string, name: string, type: 'ed25519' | 'cosignature'): Promise<string> {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return formatVerifierKey(verifierKeyOf(name, await readNoteKey(file), type));
}
