/** `npm run bench`: measures our gateway against others on the same machine, and against what is possible. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Command, InvalidArgumentError } from 'commander';
import { format } from 'prettier';

import { contenders, markdownReport, runBenchmark, scenarios } from './bench/index.ts';
import { replaceSection } from './readme/index.ts';

interface BenchCommandOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly only: typeof contenders;
  readonly queries: typeof scenarios;
  readonly fromSource: boolean;
  readonly share: boolean;
  readonly json: boolean;
  readonly write: boolean;
}

const done = 0;
const failed = 1;
const misused = 2;
const readmeFile = fileURLToPath(new URL('../README.md', import.meta.url));

const command = new Command('npm run bench --')
  .description(
    'Measures our gateway, other federation gateways and a bare proxy, each on one core, over canned subgraphs.',
  )
  .option('-r, --rounds <number>', 'how often each takes its turn', wholeNumber, 5)
  .option('-s, --seconds <number>', 'how long each turn takes', wholeNumber, 5)
  .option('-c, --connections <number>', 'how many requests are on their way at a time', wholeNumber, 50)
  .option(
    '-o, --only <names>',
    'these contenders only, separated by commas',
    chosenFrom(contenders),
    contenders,
  )
  .option(
    '-q, --queries <names>',
    'these queries only, separated by commas',
    chosenFrom(scenarios),
    scenarios,
  )
  .option('--from-source', 'run our gateway from its source, not built', false)
  .option(
    '--share',
    'let gateways answer different requests from one fetch, where they do so by default',
    false,
  )
  .option('--json', 'print the figures as one JSON object in the last line', false)
  .option('--write', "write the table into the README's section benchmark", false)
  .addHelpText(
    'after',
    `
Contenders: ${names(contenders)}
Queries: ${names(scenarios)}

Examples:
  npm run bench
  npm run bench -- --only ours,stock,proxy --rounds 3 --seconds 2
  npm run bench -- --json | tail -1

Exit codes: 0 measured, 1 failed, 2 wrong use`,
  )
  .exitOverride();

// Whoever stops it must not find its processes still running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(failed));

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<number> {
  try {
    await bench(command.parse(argv).opts<BenchCommandOptions>());
    return done;
  } catch (error) {
    if (isOfCommander(error)) return error.exitCode === 0 ? done : misused;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  }
}

async function bench({
  only,
  queries,
  fromSource,
  share,
  json,
  write,
  ...times
}: BenchCommandOptions): Promise<void> {
  const results = await runBenchmark({
    ...times,
    contenders: only,
    scenarios: queries,
    isFromSource: fromSource,
    isSharing: share,
    report: (line) => process.stderr.write(`${line}\n`),
  });
  const report = await format(markdownReport(results), { parser: 'markdown' });
  process.stdout.write(report);
  if (write) await writeSection(report);
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

async function writeSection(report: string): Promise<void> {
  const readme = await readFile(readmeFile, 'utf8');
  await writeFile(readmeFile, replaceSection(readme, 'benchmark', report));
}

function names(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join(', ');
}

function chosenFrom<Named extends { readonly name: string }>(
  all: readonly Named[],
): (text: string) => readonly Named[] {
  return (text) =>
    text.split(',').map((word) => {
      const found = all.find(({ name }) => name === word.trim());
      if (found === undefined) throw new InvalidArgumentError(`There are only ${names(all)}.`);
      return found;
    });
}

function isOfCommander(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('A whole number from 1 is wanted.');
  return Number(text);
}
