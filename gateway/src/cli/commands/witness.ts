import { readFile } from 'node:fs/promises';

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

import {
  createWitness,
  formatVerifierKey,
  openWitnessMemory,
  readNoteKey,
  serveWitness,
  verifierKeyOf,
} from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Terminal } from '../terminal.ts';
import { collect, readVerifierKeys } from '../verifier-keys.ts';

interface WitnessCommandOptions {
  readonly name: string;
  readonly keyFile: string;
  readonly log: readonly string[];
  readonly directory: string;
  readonly host: string;
  readonly port: number;
  readonly json?: true;
}

/** `witness`: sees for another organisation that ledgers only grow. */
export function addWitness(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('witness')
    .summary('cosign the checkpoints of ledgers that only ever grow')
    .description(
      'Serves a witness of ledgers (C2SP tlog-witness) until SIGTERM or SIGINT. It needs nothing of the gateway but the public keys of its ledgers, and refuses whatever does not add to what it has cosigned.',
    )
    .requiredOption('--name <name>', 'its name in cosignatures, for example witness.example.gov/housing')
    .requiredOption(
      '--key-file <file>',
      'Ed25519 private key, in PEM or as a JSON Web Key, used for nothing else',
    )
    .requiredOption('--log <key>', 'verifier key of a ledger, or a file with one a line; repeatable', collect)
    .requiredOption('--directory <folder>', 'where it remembers what it has cosigned')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on, 0 for any that is free', port, 4300)
    .option('--json', 'print the address and the verifier key as one JSON object when ready')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph witness --name witness.example.gov/housing --key-file witness.pem --log ledger.keys --directory witness',
    )
    .action(async (options: WitnessCommandOptions) => end(await witness(options, terminal)));
}

async function witness(options: WitnessCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { name, host, port: number } = options;
  const stopped = stopSignal();
  const privateKey = await readNoteKey(options.keyFile);
  const verifierKey = formatVerifierKey(verifierKeyOf(name, privateKey, 'cosignature'));
  const logs = await readVerifierKeys(options.log, async (file) => readFile(file, 'utf8'));
  const memory = await openWitnessMemory(options.directory);
  const running = await serveWitness({
    witness: createWitness({ name, privateKey, logs, memory }),
    memory,
    host,
    port: number,
  });
  const { url } = running;
  terminal.data(options.json ? JSON.stringify({ url, verifierKey }) : `${url}\n${verifierKey}`);
  await stopped;
  await running.stop();
  return exitCode.ok;
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It is a port.');
}
