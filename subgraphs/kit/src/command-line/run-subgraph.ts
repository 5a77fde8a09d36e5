import { CommanderError } from 'commander';

import { databaseFailure } from '../database/index.ts';
import type { DatabaseFailure } from '../database/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import { createProgram } from './program.ts';
import { processSurroundings } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The command line of an agency's subgraph: `serve` (when no command is named), `migrate`, `schema`, and the commands
 * of its own.
 * Exit codes: 0 done, 1 failed, 2 called wrongly.
 *
 * @example
 * #!/usr/bin/env node
 * await runSubgraph(housing)
 */
export async function runSubgraph(
  subgraph: Subgraph,
  surroundings: Surroundings = processSurroundings,
): Promise<void> {
  try {
    await createProgram(subgraph, surroundings).parseAsync([...surroundings.arguments], { from: 'user' });
  } catch (error) {
    surroundings.exit(report(error, surroundings));
  }
}

function report(error: unknown, { writeError }: Surroundings): number {
  // Commander has written its own message by now; help and version come as errors with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigurationError) {
    writeError(`error: ${error.message}\n`);
    return 2;
  }
  writeError(`error: ${describe(error)}\n`);
  return 1;
}

function describe(error: unknown): string {
  const failure = databaseFailure(error);
  if (failure !== null) return describeDatabase(failure);
  return error instanceof Error ? error.message : String(error);
}

const remedies: Readonly<Record<string, string>> = {
  SQLITE_READONLY: 'the file may not be written (SQLITE_READONLY). Give this user the right to.',
  SQLITE_CANTOPEN: 'the file cannot be opened (SQLITE_CANTOPEN). Check its folder and whose it is.',
  SQLITE_NOTADB: 'the file is no SQLite database (SQLITE_NOTADB). Name another.',
  SQLITE_BUSY: 'another program holds the file locked (SQLITE_BUSY). Wait for it or stop it.',
  SQLITE_FULL: 'the disk is full (SQLITE_FULL). Make room and run this again.',
};

/** Names the failure by its code; a driver's text may show hosts and statements. */
function describeDatabase({ kind, code, unknownName }: DatabaseFailure): string {
  const about = unknownName === undefined ? code : `${code}, ${unknownName}`;
  if (kind === 'mistake') return `the database refuses a statement (${about}). Look at the migrations.`;
  const remedy = remedies[code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1')];
  return `--database-url: ${remedy ?? `the database is not answering (${code}). Check that it runs and that the URL is right.`}`;
}
