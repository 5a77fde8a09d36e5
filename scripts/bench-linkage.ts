/** `npm run bench:linkage`: measures who is whom on public sets of records and on the generated population. */
import { resolve } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';
import { format } from 'prettier';

import { report, runCommand } from './command/index.ts';
import { markdownReport, runBenchmark } from './linkage/index.ts';
import { writeSection } from './readme/index.ts';

interface LinkageBenchOptions {
  readonly data?: string;
  readonly population: readonly number[];
  readonly work: string;
  readonly json: boolean;
  readonly write: boolean;
}

const command = new Command('npm run bench:linkage --')
  .description(
    'Measures linkage on public sets of records and on the generated population, by fixed thresholds.',
  )
  .option('-d, --data <folder>', 'where febrl 3 and 4, fake_1000 and historical_50k are; left out without it')
  .option('-p, --population <numbers>', 'so many generated records, separated by commas', numbers, [188_000])
  .option('-w, --work <folder>', 'where generated records are kept', '.data/linkage')
  .option('--json', 'print the figures as one JSON object in the last line', false)
  .option('--write', "write the tables into the README's section linkage", false)
  .addHelpText(
    'after',
    `
Examples:
  npm run bench:linkage -- --data sets
  npm run bench:linkage -- --data sets --population 188000,1880000 --write

Exit codes: 0 measured, 1 failed, 2 wrong use`,
  )
  .action(bench);

await runCommand(command);

async function bench({ data, population, work, json, write }: LinkageBenchOptions): Promise<void> {
  const results = await runBenchmark({
    data: data === undefined ? null : resolve(data),
    population,
    work: resolve(work),
    report,
  });
  const tables = await format(markdownReport(results), { parser: 'markdown' });
  process.stdout.write(tables);
  if (write) await writeSection('linkage', tables);
  const { sets, splinkSettings, populations } = results;
  if (json) process.stdout.write(`${JSON.stringify({ ...sets, splinkSettings, populations })}\n`);
}

function numbers(text: string): readonly number[] {
  const values = text.split(',').map(Number);
  if (values.every((value) => Number.isInteger(value) && value > 0)) return values;
  throw new InvalidArgumentError('Whole numbers are wanted, separated by commas.');
}
