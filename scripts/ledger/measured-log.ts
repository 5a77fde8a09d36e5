import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { openLedgerLog, verifierKeyOf } from '../../gateway/src/ledger/index.ts';
import type { LedgerLog } from '../../gateway/src/ledger/index.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const origin = 'measurement.example/ledger';

/** Key by which the measured log is verified. */
export const logKey = verifierKeyOf(origin, privateKey, 'ed25519');

/** A log as a gateway keeps it, with its default settings. */
export async function openMeasuredLog(directory: string): Promise<LedgerLog> {
  return openLedgerLog({
    directory,
    origin,
    signingKey: privateKey,
    log: { debug, info: debug, warn, error: warn },
  });
}

function debug(): void {}

function warn(message: string, { error }: { readonly error?: unknown } = {}): void {
  process.stderr.write(`${message} ${error === undefined ? '' : inspect(error)}\n`);
}

/** Length of a record of a disclosure: what the gateway writes of one resident in a typical operation. */
export const recordBytes = 900;

const noise = randomBytes(1 << 16).toString('base64');

/** A record as long as that of a disclosure; most of it is sealed, so it does not compress. */
export function measuredRecord(number: number): Buffer {
  const head = `{"type":"disclosure","at":"2026-01-01T00:00:00.000Z","requestId":"${number}","sealed":"`;
  const from = (number * 7919) % (noise.length - recordBytes);
  return Buffer.from(`${head}${noise.slice(from, from + recordBytes - head.length - 2)}"}`);
}

/** How many bytes and files lie below a folder. */
export async function diskUse(folder: string): Promise<{ readonly bytes: number; readonly files: number }> {
  const use = { bytes: 0, files: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // oxlint-disable-next-line no-await-in-loop -- tens of thousands of files
    use.bytes += (await stat(join(entry.parentPath, entry.name))).size;
    use.files += 1;
  }
  return use;
}
