/** `npm run bench:search`: measures the search for residents, and single records, against millions of records. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { Command, Option } from 'commander';
import { format } from 'prettier';

import { report, runCommand, wholeNumber } from './command/index.ts';
import { writePopulationFile } from './linkage/population-file.ts';
import { measureOneRecord, measureSearch, searchReport, type SearchResults } from './linkage/search/index.ts';
import { writeSection } from './readme/index.ts';

interface SearchBenchOptions {
  readonly only: 'search' | 'one-record' | 'both';
  readonly population: number;
  readonly database?: readonly string[];
  readonly work: string;
  readonly json: boolean;
  readonly write: boolean;
}

const systems: Readonly<Record<string, string>> = {
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  mysql: 'MariaDB',
  mariadb: 'MariaDB',
};

const command = new Command('npm run bench:search --')
  .description(
    'Measures the search for residents, and single records as they come, against the generated population.',
  )
  .addOption(
    new Option('-o, --only <what>', 'what to measure')
      .choices(['search', 'one-record', 'both'])
      .default('both'),
  )
  .option('-p, --population <number>', 'so many generated records', wholeNumber(20_000), 188_000)
  .option('-d, --database <url...>', 'databases to fill and ask; those that are filled are asked')
  .option('-w, --work <folder>', 'where generated records are kept', '.data/linkage')
  .option('--json', 'print the figures as one JSON object in the last line', false)
  .option('--write', "write the tables into the README's section search", false)
  .addHelpText(
    'after',
    `
Without --database a SQLite file in the folder is filled.

Examples:
  npm run bench:search -- --only search
  npm run bench:search -- --population 1880000 --database postgres://postgres@127.0.0.1:5432/bench

Exit codes: 0 measured, 1 failed, 2 wrong use`,
  )
  .action(bench);

await runCommand(command);

async function bench({ only, population, database, work, json, write }: SearchBenchOptions): Promise<void> {
  await mkdir(resolve(work), { recursive: true });
  const file = join(resolve(work), `${population}.tsv`);
  await writePopulationFile(file, population);
  const results: SearchResults[] = [];
  for (const url of database ?? [`sqlite:${join(resolve(work), `${population}.sqlite`)}`]) {
    report(url.split(':')[0] ?? '');
    // One after the other, so that each has the machine to itself.
    // oxlint-disable-next-line no-await-in-loop
    const search = only === 'one-record' ? [] : await measureSearch(url, file, report);
    // oxlint-disable-next-line no-await-in-loop
    const oneRecord = only === 'search' ? null : await measureOneRecord(url, file, population, report);
    results.push({
      system: systems[url.split(':')[0]?.replace('postgresql', 'postgres') ?? ''] ?? url,
      search,
      oneRecord,
    });
  }
  const text = await format(searchReport(results), { parser: 'markdown' });
  process.stdout.write(text);
  if (write) await writeSection('search', text);
  if (json) process.stdout.write(`${JSON.stringify({ population, results })}\n`);
}
