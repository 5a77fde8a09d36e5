import type { Command } from 'commander';
import { z } from 'zod';

import { entryOf, Failure, failure } from '../../errors/index.ts';
import type { AgencyLogLine, Discrepancy, LedgerLog } from '../../ledger/index.ts';
import {
  AskedRequests,
  logFolder,
  nodeFileSystem,
  openLedgerLog,
  readAgencyLog,
  readNoteKey,
  reconcile,
  recordRefusals,
  refusalsToldUntil,
  RefusalTally,
} from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { listing } from '../listing.ts';
import type { Terminal } from '../terminal.ts';
import { collect } from '../verifier-keys.ts';

interface ReconcileOptions {
  readonly agencyLog: readonly string[];
  readonly until?: string;
  readonly record?: string;
  readonly keyFile?: string;
  readonly origin?: string;
}

/** A request that is under way has no record yet. */
const underWayMilliseconds = 60_000;

/** `reconcile`: whether every fetch that agencies have seen has a record. */
export function addReconcile(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('reconcile')
    .summary("compare the ledger with agencies' own logs of requests")
    .description(
      'Compares what the ledger says was asked of agencies with what they say, and prints a line for each difference: a fetch without a record, a record without a fetch (an agency that did not answer), calls that an agency refused, and lines of its log that cannot be read. Fails if there is a fetch without a record. Needs no key: what is sealed stays so.',
    )
    .argument('<folders...>', 'of the logs, one for each process of the gateway')
    .requiredOption('--agency-log <agency=file>', "an agency's log; repeatable", collect, [])
    .option('--until <instant>', 'what came after is left out, RFC 3339 (default: a minute ago)')
    .option(
      '--record <folder>',
      'log of its own in which events tell what agencies refused since the last time',
    )
    .option('--key-file <file>', "Ed25519 private key that signs that log: the ledger's")
    .option('--origin <name>', 'name of that log, for example graph.example.gov/ledger/reconciled')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph reconcile ledger/1 --agency-log housing=housing.requests \\\n      --record ledger/reconciled --key-file ledger/signing-key.pem --origin graph.example.gov/ledger/reconciled',
    )
    .action(async (folders: readonly string[], options: ReconcileOptions) =>
      end(await compare(folders, options, terminal)),
    );
}

/** An agency, and the file with its log. */
type AgencyLog = readonly [agency: string, file: string];

async function compare(
  folders: readonly string[],
  options: ReconcileOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const logs = options.agencyLog.map(agencyAndFile);
  const until = instantOf(options.until, new Date());
  const problem = problemOf(logs, options);
  if (problem !== null) {
    terminal.message(problem);
    return exitCode.badUsage;
  }
  if (until instanceof Failure) {
    terminal.message(problemText(until, terminal));
    return exitCode.badUsage;
  }
  const record = await openRecord(options, terminal);
  const asked = new AskedRequests();
  try {
    await asked.add(entriesOf(folders), new Set(logs.map(([agency]) => agency)));
    const { unrecorded, tallies } = await tellDifferences(logs, { asked, record, until }, terminal);
    terminal.message(`${unrecorded} fetches have no record.`);
    if (record) terminal.message(`${await recordRefusals(record.log, tallies, new Date())} events recorded.`);
    return unrecorded === 0 ? exitCode.ok : exitCode.failed;
  } finally {
    asked.close();
    await record?.log.close();
  }
}

/** What agencies' logs are compared with. */
interface Compared {
  readonly asked: AskedRequests;
  readonly record: RefusalRecord | null;
  readonly until: string;
}

/** Prints the differences of all agencies. @returns how many fetches have no record, and what was refused */
async function tellDifferences(
  logs: readonly AgencyLog[],
  { asked, record, until }: Compared,
  terminal: Terminal,
): Promise<{ readonly unrecorded: number; readonly tallies: readonly RefusalTally[] }> {
  const tallies: RefusalTally[] = [];
  let unrecorded = 0;
  for (const [agency, file] of logs) {
    const tally = new RefusalTally(agency, record?.toldUntil.get(agency) ?? '', until);
    tallies.push(tally);
    let unread = 0;
    // oxlint-disable-next-line no-await-in-loop -- one agency after the other
    for await (const difference of reconcile(agency, tallied(file, tally), asked, until)) {
      if (difference.kind === 'fetch-without-record') unrecorded += 1;
      if (difference.kind === 'unreadable-line') unread += 1;
      terminal.data(lineOf(difference));
    }
    if (unread > 0) terminal.message(problemText(unreadIn(file, unread), terminal));
  }
  return { unrecorded, tallies };
}

function unreadIn(place: string, count: number): Failure {
  const { message } = entryOf('REQUEST_LOG_UNREADABLE');
  return failure('REQUEST_LOG_UNREADABLE', { place, message: `${message} There are ${count}.` });
}

function problemText({ code, message, place }: Failure, { hasColours }: Terminal): string {
  const { remedy } = entryOf(code);
  return listing([{ code, message, remedy, ...(place !== undefined && { place }) }], hasColours);
}

const instant = z.iso.datetime({ offset: true });

/** Until when is compared, in UTC with milliseconds. */
function instantOf(given: string | undefined, now: Date): string | Failure {
  if (given === undefined) return new Date(now.getTime() - underWayMilliseconds).toISOString();
  const until = new Date(given);
  return instant.safeParse(given).success && until <= now
    ? until.toISOString()
    : failure('INSTANT_UNUSABLE', { place: '--until' });
}

function agencyAndFile(given: string): AgencyLog {
  const [agency = '', ...file] = given.split('=');
  return [agency, file.join('=')];
}

/** What is wrong with the words that were given; null if nothing is. */
function problemOf(logs: readonly AgencyLog[], { record, keyFile, origin }: ReconcileOptions): string | null {
  if (logs.some(([agency, file]) => agency === '' || file === ''))
    return "An agency's log is given as agency=file.";
  const given = [record, keyFile, origin].filter((value) => value !== undefined).length;
  return given === 0 || given === 3
    ? null
    : 'Give --record, --key-file and --origin together, or none of them.';
}

/** The log of what agencies refused, and as far as it goes. */
interface RefusalRecord {
  readonly log: LedgerLog;
  readonly toldUntil: ReadonlyMap<string, string>;
}

/** Null if nothing is to be recorded. @throws Failure LEDGER_UNUSABLE */
async function openRecord(
  { record: directory, keyFile, origin }: ReconcileOptions,
  { message }: Terminal,
): Promise<RefusalRecord | null> {
  if (directory === undefined || keyFile === undefined || origin === undefined) return null;
  const signingKey = await readNoteKey(keyFile);
  const told = { debug: () => undefined, info: () => undefined, warn: message, error: message };
  const log = await openLedgerLog({ directory, origin, signingKey, log: told });
  return { log, toldUntil: await refusalsToldUntil(log) };
}

function lineOf({ kind, agency, at, request, problem, count }: Discrepancy): string {
  const times = count === 1 ? '' : `${count} times`;
  return [kind, agency, at, request, problem ?? '', times].join('\t').trimEnd();
}

async function* entriesOf(folders: readonly string[]): ReturnType<ReturnType<typeof logFolder>['readFrom']> {
  for (const folder of folders) yield* logFolder(nodeFileSystem, folder).readFrom(0);
}

/** The lines of an agency's log, and what it refused is counted. */
async function* tallied(file: string, tally: RefusalTally): AsyncIterable<AgencyLogLine> {
  for await (const line of readAgencyLog(file)) {
    if (line.request !== null) tally.add(line.request);
    yield line;
  }
}
