import type { Command } from 'commander';
import { Option } from 'commander';

import { readMergeSpans } from '../../governance/index.ts';
import type { DisclosureRecord } from '../../ledger/index.ts';
import { auditEvent, csvHeader, csvRow, openLedgerDatabase, readDisclosures } from '../../ledger/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

interface ExportOptions {
  readonly governanceDatabase: string;
  readonly resident?: string;
  readonly provider?: string;
  readonly recipient?: string;
  readonly since?: string;
  readonly until?: string;
  readonly format: 'csv' | 'fhir';
}

/** `export-disclosures`: what the ledger's index has, for whoever has the database. */
export function addExportDisclosures(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command('export-disclosures')
    .summary('export disclosures as CSV or FHIR AuditEvent')
    .description(
      "Prints disclosures, newest first: as CSV (RFC 4180), or as FHIR R4 AuditEvent by IHE BALP, one JSON object a line. It reads the index with the operator's rights and hides nothing: who is given it is the operator's to decide.",
    )
    .requiredOption('--governance-database <url>', 'database of the index')
    .option('--resident <id>', 'only those about this resident, under whichever of their ids')
    .option('--provider <agency>', "only those of this agency's data")
    .option('--recipient <agency>', 'only those to this agency')
    .option('--since <instant>', 'only those from then on (RFC 3339)')
    .option('--until <instant>', 'only those before')
    .addOption(new Option('--format <format>', 'of what is printed').choices(['csv', 'fhir']).default('csv'))
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph export-disclosures --governance-database sqlite:governance.sqlite --format fhir > disclosures.ndjson',
    )
    .action(async (options: ExportOptions) => end(await exportAll(options, terminal)));
}

const pageSize = 500;

async function exportAll(options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { governanceDatabase, resident, provider, recipient, since, until, format } = options;
  const dates = [since, until].filter((text) => text !== undefined);
  if (dates.some((text) => Number.isNaN(Date.parse(text)))) {
    terminal.message('An instant is written as in RFC 3339, such as 2026-01-31T08:30:00Z.');
    return exitCode.badUsage;
  }
  const question = {
    ...(provider !== undefined && { provider }),
    ...(recipient !== undefined && { recipient }),
    ...(since !== undefined && { since: new Date(since) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
  const database = await openLedgerDatabase(governanceDatabase);
  try {
    const about = resident !== undefined && {
      residentId: resident,
      alsoUnder: await readMergeSpans(database, resident),
    };
    if (format === 'csv') terminal.data(csvHeader);
    for await (const record of allOf(database, { ...question, ...about }))
      terminal.data(format === 'csv' ? csvRow(record) : JSON.stringify(auditEvent(record)));
    return exitCode.ok;
  } finally {
    await database.destroy();
  }
}

async function* allOf(
  database: Awaited<ReturnType<typeof openLedgerDatabase>>,
  question: Omit<Parameters<typeof readDisclosures>[1], 'limit' | 'after'>,
): AsyncIterable<DisclosureRecord> {
  let last: DisclosureRecord | undefined;
  do {
    const after = last ? ([last.at.toISOString(), last.log, String(last.sequence)] as const) : null;
    const page: readonly DisclosureRecord[] = await readDisclosures(database, {
      ...question,
      after,
      limit: pageSize,
    });
    yield* page;
    last = page.length === pageSize ? page.at(-1) : undefined;
  } while (last);
}
