import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

import type { LedgerProblem, SignedHead, Trust, VerificationReport } from '../../ledger/index.ts';
import {
  nodeFileSystem,
  proveConsistency,
  proveInclusion,
  readHeads,
  verifyLedger,
} from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Listed } from '../listing.ts';
import { listing } from '../listing.ts';
import type { Terminal } from '../terminal.ts';
import { collect, readVerifierKeys } from '../verifier-keys.ts';

interface VerifyOptions {
  readonly key: readonly string[];
  readonly witnessKey: readonly string[];
  readonly quorum: number;
  readonly known: readonly string[];
  readonly include?: number;
  readonly from?: number;
  readonly to?: number;
  readonly json?: true;
}

/** `verify-ledger`: whether a ledger is as it was written, by its files and public keys alone. */
export function addVerifyLedger(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('verify-ledger')
    .summary('verify a ledger by its files and public keys')
    .description(
      'Verifies every record, chain, tree, checkpoint and signature of a ledger, and names the first bad record and how it differs. Needs no gateway and no database.\nWith --include it proves instead that one record is in the signed tree; with --from and --to that one signed tree adds to another.',
    )
    .argument('<folder>', 'of one log, or of several: then each folder in it')
    .requiredOption('--key <key>', 'verifier key of a log, or a file with one a line; repeatable', collect)
    .option('--witness-key <key>', 'the same of a witness; repeatable', collect, [])
    .option('--quorum <number>', 'so many witnesses must have cosigned the newest checkpoint', whole, 0)
    .option(
      '--known <file>',
      'checkpoint that was kept elsewhere, for example by a witness; repeatable',
      collect,
      [],
    )
    .option('--include <sequence>', 'prove that this record is in the signed tree', whole)
    .option('--from <size>', 'prove that the tree of the checkpoint of this size …', whole)
    .option('--to <size>', '… is the beginning of that of this size (default: the newest)', whole)
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph verify-ledger ledger --key ledger.keys --witness-key witnesses.keys --quorum 2',
    )
    .action(async (folder: string, options: VerifyOptions) => end(await verify(folder, options, terminal)));
}

async function verify(folder: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const trust = await trustOf(options).catch((error: unknown) => {
    terminal.message(error instanceof Error ? error.message : String(error));
    return null;
  });
  if (trust === null) return exitCode.badUsage;
  const directories = await logsIn(folder);
  if (options.include === undefined && options.from === undefined)
    return verifyAll(directories, trust, options.json === true, terminal);
  const [directory, ...others] = directories;
  if (directory !== undefined && others.length === 0) return prove(directory, trust, options, terminal);
  terminal.message('A proof is of one log: name its folder.');
  return exitCode.badUsage;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

async function trustOf({ key, witnessKey, quorum, known }: VerifyOptions): Promise<Trust> {
  return {
    logKeys: await readVerifierKeys(key, read),
    witnessKeys: await readVerifierKeys(witnessKey, read),
    quorum,
    known: await Promise.all(known.map(async (file) => ({ file, note: await read(file) }))),
  };
}

function isLog(name: string): boolean {
  return name === 'segments' || name === 'checkpoint';
}

/** @throws Error if there is no log */
async function logsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { withFileTypes: true });
  if (names.some(({ name }) => isLog(name))) return [folder];
  const folders = names.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const found = await Promise.all(folders.map(async (path) => (await readdir(path)).some(isLog)));
  const logs = folders.filter((_, index) => found[index]);
  if (logs.length === 0) throw new Error(`There is no ledger in ${folder}.`);
  return logs.toSorted();
}

async function verifyAll(
  directories: readonly string[],
  trust: Trust,
  asJson: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const logs: (VerificationReport & { readonly directory: string })[] = [];
  for (const directory of directories) {
    // One after the other: each is bound by the processor.
    // oxlint-disable-next-line no-await-in-loop
    logs.push({ directory, ...(await verifyLedger({ directory, ...trust })) });
  }
  const isOk = logs.every(({ problems }) => problems.length === 0);
  if (asJson) terminal.data(JSON.stringify({ ok: isOk, logs }));
  else logs.forEach((log) => tell(log, terminal));
  return isOk ? exitCode.ok : exitCode.failed;
}

function tell(log: VerificationReport & { readonly directory: string }, terminal: Terminal): void {
  const { directory, records, segments, checkpoints, cosignatures, uncovered, problems } = log;
  const listed = problems.map(listedProblem);
  if (listed.length > 0) terminal.data(listing(listed, terminal.hasColouredData));
  const behind = uncovered > 0 ? `, ${uncovered} of them behind the newest checkpoint` : '';
  terminal.message(
    `${directory}: ${records} records${behind}, ${segments} segments, ${checkpoints} checkpoints, ${cosignatures} cosignatures: ${
      problems.length === 0 ? 'all as it was signed.' : `to be looked into: ${problems.length}.`
    }`,
  );
}

function listedProblem({ code, message, file, offset, sequence }: LedgerProblem): Listed {
  return {
    code,
    message,
    place: offset === undefined ? file : `${file}:${offset}`,
    ...(sequence !== undefined && { coordinate: `record ${sequence}` }),
  };
}

async function prove(
  directory: string,
  trust: Trust,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { newest, kept, known, problems } = await readHeads(nodeFileSystem, directory, trust);
  if (newest === null) {
    terminal.message(problems[0]?.message ?? 'There is no checkpoint.');
    return exitCode.failed;
  }
  const heads = [newest, ...kept, ...known];
  const proof =
    options.include === undefined
      ? await consistency(directory, heads, options, newest)
      : await proveInclusion(directory, options.include, newest);
  const what =
    options.include === undefined ? 'The later tree adds to the earlier one' : 'The record is in the tree';
  if (options.json) terminal.data(JSON.stringify({ ok: proof.isProven, ...proof }));
  else
    terminal.message(`${what}: ${proof.isProven ? 'proven' : 'not proven'} by ${proof.path.length} hashes.`);
  return proof.isProven ? exitCode.ok : exitCode.failed;
}

async function consistency(
  directory: string,
  heads: readonly SignedHead[],
  { from, to }: VerifyOptions,
  newest: SignedHead,
): ReturnType<typeof proveConsistency> {
  const earlier = headOf(heads, from ?? 0);
  return proveConsistency(directory, earlier, to === undefined ? newest : headOf(heads, to), newest);
}

/** @throws Error if no signed checkpoint is of the size */
function headOf(heads: readonly SignedHead[], size: number): SignedHead {
  const head = heads.find((one) => one.size === size);
  if (head) return head;
  const sizes = [...new Set(heads.map((one) => one.size))].sort((one, other) => one - other);
  throw new Error(`No signed checkpoint is of ${size} records. There are those of ${sizes.join(', ')}.`);
}

function whole(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number.');
}
