/** `npm run bench:linkage`: measures who is whom on public sets of records and on the generated population. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Command, InvalidArgumentError } from 'commander';
import { format } from 'prettier';

import { markdownReport, runBenchmark } from './linkage/index.ts';
import { replaceSection } from './readme/index.ts';

interface LinkageBenchOptions {
  readonly data?: string;
  readonly population: readonly number[];
  readonly work: string;
  readonly json: boolean;
  readonly write: boolean;
}

const done = 0;
const failed = 1;
const misused = 2;
const readmeFile = fileURLToPath(new URL('../README.md', import.meta.url));

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
  .exitOverride();

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<number> {
  try {
    await bench(command.parse(argv).opts<LinkageBenchOptions>());
    return done;
  } catch (error) {
    if (isOfCommander(error)) return error.exitCode === 0 ? done : misused;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  }
}

async function bench({ data, population, work, json, write }: LinkageBenchOptions): Promise<void> {
  const results = await runBenchmark({
    data: data === undefined ? null : resolve(data),
    population,
    work: resolve(work),
    report: (line) => process.stderr.write(`${line}\n`),
  });
  const report = await format(markdownReport(results), { parser: 'markdown' });
  process.stdout.write(report);
  if (write)
    await writeFile(readmeFile, replaceSection(await readFile(readmeFile, 'utf8'), 'linkage', report));
  const { sets, splinkSettings, populations } = results;
  if (json) process.stdout.write(`${JSON.stringify({ ...sets, splinkSettings, populations })}\n`);
}

function numbers(text: string): readonly number[] {
  const values = text.split(',').map(Number);
  if (values.every((value) => Number.isInteger(value) && value > 0)) return values;
  throw new InvalidArgumentError('Whole numbers are wanted, separated by commas.');
}

function isOfCommander(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
