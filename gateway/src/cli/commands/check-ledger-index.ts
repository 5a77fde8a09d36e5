import type { Command } from 'commander';

import type { IndexToCheck } from '../../ledger/index.ts';
import {
  checkIndex,
  logFolder,
  nodeFileSystem,
  openLedgerDatabase,
  rebuildIndex,
  ResidentKeys,
} from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

interface CheckIndexOptions {
  readonly governanceDatabase: string;
  readonly origin: string;
  readonly rebuild?: true;
}

/** `check-ledger-index`: whether the index is what the log says. */
export function addCheckLedgerIndex(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command('check-ledger-index')
    .summary("compare the ledger's index with its log, or make it anew")
    .description(
      'Compares every row of the index with the record in the log, and names rows that are missing, altered or invented. Records that a running gateway has just written may be missing for a second. Verify the log itself with verify-ledger.',
    )
    .argument('<folder>', 'of one log')
    .requiredOption('--governance-database <url>', 'database of the index and of the keys')
    .option('--origin <name>', 'name of the log', 'resident-graph/ledger/1')
    .option('--rebuild', 'delete the rows of the log and write them anew; with its gateway stopped')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph check-ledger-index ledger/1 --governance-database sqlite:governance.sqlite',
    )
    .action(async (folder: string, options: CheckIndexOptions) =>
      end(await checkOrRebuild(folder, options, terminal)),
    );
}

async function checkOrRebuild(
  folder: string,
  { governanceDatabase, origin, rebuild }: CheckIndexOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const database = await openLedgerDatabase(governanceDatabase);
  const ledger = logFolder(nodeFileSystem, folder);
  const checked = { database, keys: new ResidentKeys(database), ledger, name: origin };
  try {
    if (rebuild !== true) return await check(checked, terminal);
    terminal.message(`${await rebuildIndex(checked)} records are indexed.`);
    return exitCode.ok;
  } finally {
    await database.destroy();
  }
}

async function check(checked: IndexToCheck, terminal: Terminal): Promise<ExitCode> {
  let count = 0;
  for await (const { kind, log, sequence, columns } of checkIndex(checked)) {
    count += 1;
    terminal.data([kind, log, sequence, columns.join(' ')].join('\t').trimEnd());
  }
  terminal.message(
    count === 0 ? 'Every row is what the log says.' : `${count} rows are not what the log says.`,
  );
  return count === 0 ? exitCode.ok : exitCode.failed;
}
