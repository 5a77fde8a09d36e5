import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { Command } from 'commander';

import type { AgencyRequest } from '../../ledger/index.ts';
import { askedByRequest, logFolder, nodeFileSystem, reconcile } from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { collect } from '../verifier-keys.ts';

interface ReconcileOptions {
  readonly agencyLog: readonly string[];
  readonly until?: string;
}

/** A request that is under way has no record yet. */
const underWayMilliseconds = 60_000;

/** `reconcile`: whether every fetch that agencies have seen has a record. */
export function addReconcile(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('reconcile')
    .summary("compare the ledger with agencies' own logs of requests")
    .description(
      'Compares what the ledger says was asked of agencies with what they say, and prints a line for each difference: a fetch without a record, a record without a fetch (an agency that did not answer), and calls that an agency refused. Fails if there is a fetch without a record. Needs no key: what is sealed stays so.',
    )
    .argument('<folders...>', 'of the logs, one for each process of the gateway')
    .requiredOption('--agency-log <agency=file>', "an agency's log; repeatable", collect, [])
    .option('--until <instant>', 'what came after is left out (default: a minute ago)')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph reconcile ledger/1 --agency-log housing=housing.requests',
    )
    .action(async (folders: readonly string[], options: ReconcileOptions) =>
      end(await compare(folders, options, terminal)),
    );
}

async function compare(
  folders: readonly string[],
  { agencyLog, until }: ReconcileOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const logs = agencyLog.map((given) => [
    given.slice(0, given.indexOf('=')),
    given.slice(given.indexOf('=') + 1),
  ]);
  if (logs.some(([agency]) => agency === '')) {
    terminal.message("An agency's log is given as agency=file.");
    return exitCode.badUsage;
  }
  const last = until ?? new Date(Date.now() - underWayMilliseconds).toISOString();
  const asked = await askedByRequest(entriesOf(folders));
  let unrecorded = 0;
  for (const [agency = '', file = ''] of logs) {
    // oxlint-disable-next-line no-await-in-loop -- one agency after the other
    for await (const { kind, request, at, problem } of reconcile(agency, requestsIn(file), asked, last)) {
      if (kind === 'fetch-without-record') unrecorded += 1;
      terminal.data([kind, agency, at, request, problem ?? ''].join('\t').trimEnd());
    }
  }
  terminal.message(`${unrecorded} fetches have no record.`);
  return unrecorded === 0 ? exitCode.ok : exitCode.failed;
}

async function* entriesOf(folders: readonly string[]): ReturnType<ReturnType<typeof logFolder>['readFrom']> {
  for (const folder of folders) yield* logFolder(nodeFileSystem, folder).readFrom(0);
}

async function* requestsIn(file: string): AsyncIterable<AgencyRequest> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line !== '') yield JSON.parse(line) as AgencyRequest;
  }
}
