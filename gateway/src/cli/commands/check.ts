import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

import { packageFile } from '../../package-file.ts';
import { runChecks } from '../checks/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { listing } from '../listing.ts';
import type { Terminal } from '../terminal.ts';

interface CheckOptions {
  readonly supergraph: string;
  readonly categories?: string;
  readonly committed?: string;
  readonly agreements?: string;
  readonly expiringWithin: number;
  readonly json?: true;
}

/** `check`: everything that has to be true before a schema is deployed. */
export function addCheck(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('check composition, labels, descriptions, breaking changes and agreements')
    .description(
      'Checks that the schemas compose, that every field is labelled and described, that clients lose nothing, and that agreements grant nothing in vain.',
    )
    .option('--supergraph <file>', 'list of the subgraphs', 'supergraph.yaml')
    .option('--categories <file>', "catalogue of data categories (default: the gateway's own)")
    .option('--committed <file>', "supergraph that clients rely on (default: the gateway's own)")
    .option('--agreements <folder>', "agreements (default: the gateway's own, with its own categories)")
    .option('--expiring-within <days>', 'tell of agreements that end within so many days', days, 60)
    .option('--json', 'print the result as one JSON object')
    .addHelpText('after', '\nExample:\n  $ resident-graph check --json | jq .problems')
    .action(async (options: CheckOptions) => end(await check(options, terminal)));
}

async function check(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const report = await runChecks({
    supergraph: options.supergraph,
    categories: options.categories ?? packageFile('agreements/categories.yaml'),
    committed: options.committed ?? packageFile('supergraph.graphql'),
    agreements: options.agreements ?? (options.categories === undefined ? packageFile('agreements') : null),
    expiringWithinDays: options.expiringWithin,
  });
  const isOk = report.problems.length === 0;
  if (options.json) terminal.data(JSON.stringify({ ok: isOk, ...report }));
  else {
    report.hints.forEach((hint) => terminal.message(`Hint: ${hint}`));
    if (!isOk) terminal.data(listing(report.problems, terminal.hasColouredData));
    terminal.message(isOk ? 'Everything is in order.' : `To be corrected: ${report.problems.length}.`);
  }
  return isOk ? exitCode.ok : exitCode.failed;
}

function days(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number of days.');
}
