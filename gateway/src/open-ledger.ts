import type { KeyObject } from 'node:crypto';
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { DisclosureProof, Ledger, LedgerLog, LedgerLogOptions } from './ledger/index.ts';
import {
  formatVerifierKey,
  openLedger,
  openLedgerLog,
  proveDisclosure,
  verifierKeyOf,
} from './ledger/index.ts';
import type { Logger } from './telemetry/index.ts';

/** Opens the log of a process. */
export type OpenLedgerLog = (options: LedgerLogOptions) => Promise<LedgerLog>;

/** The ledger of a process that is configured, which can prove what all processes have recorded. */
export interface ProvingLedger extends Ledger {
  /** @returns null if there is no such log, or no checkpoint of the record yet */
  readonly prove: (log: string, sequence: number) => Promise<DisclosureProof | null>;
}

/** What the configuration says of a ledger. */
export interface ConfiguredLedger {
  readonly options: Config['ledger'];
  /** URL of the governance database. */
  readonly database: string;
  /** Number of the process among those that share the configuration, from 1. */
  readonly process: number;
  readonly log: Logger;
}

/**
 * Opens the ledger of this process; null where none is configured, of which the log is told.
 *
 * @throws Failure LEDGER_UNUSABLE
 */
export async function openConfiguredLedger(
  { options, database, process, log }: ConfiguredLedger,
  openLog: OpenLedgerLog = openLedgerLog,
): Promise<ProvingLedger | null> {
  const { directory, origin, witnesses, retentionYears } = options;
  if (directory === undefined) {
    log.warn('no ledger is kept: nobody will know who was shown what');
    return null;
  }
  const name = `${origin}/${process}`;
  const keyFile = options.keyFile ?? join(directory, 'signing-key.pem');
  const signingKey = await signingKeyIn(keyFile);
  const ledger = await openLog({
    directory: join(directory, String(process)),
    origin: name,
    signingKey,
    witnesses: witnesses.map(witnessAddress),
    log,
  });
  try {
    const opened = await openLedger({ database, ledger, name, retentionYears, log });
    return { ...opened, prove: proverOf(directory, origin, signingKey) };
  } catch (thrown) {
    await ledger.close();
    throw thrown;
  }
}

function proverOf(directory: string, origin: string, signingKey: KeyObject): ProvingLedger['prove'] {
  return async (log, sequence) => {
    const number = numberIn(log, origin);
    if (number === null) return null;
    const key = formatVerifierKey(verifierKeyOf(log, signingKey, 'ed25519'));
    return proveDisclosure(join(directory, number), key, sequence);
  };
}

/** The process of a log, by which its folder is called; null if the log is of another ledger. */
function numberIn(log: string, origin: string): string | null {
  const number = log.startsWith(`${origin}/`) ? log.slice(origin.length + 1) : '';
  return /^\d{1,4}$/.test(number) ? number : null;
}

function witnessAddress(given: string): { readonly url: string; readonly verifierKey: string } {
  const at = given.indexOf('=');
  return { url: given.slice(0, at), verifierKey: given.slice(at + 1) };
}

async function signingKeyIn(file: string): Promise<KeyObject> {
  try {
    if (!existsSync(file)) await makeKey(file);
    return createPrivateKey(await readFile(file));
  } catch (cause) {
    throw failure('LEDGER_UNUSABLE', { place: file, cause });
  }
}

/** Several processes may come by at once: the one whose file has the name first has made the key. */
async function makeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await link(own, file).catch(() => undefined);
  await rm(own);
}
