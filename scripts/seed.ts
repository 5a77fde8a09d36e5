/** `npm run seed`: fills the agencies' databases with generated residents, and writes the truth table. */
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { agencies, seed, type AgencyName } from './seeding/index.ts';

interface SeedCommandOptions {
  readonly residents: number;
  readonly seed: number;
  readonly data: string;
  readonly database: Readonly<Partial<Record<AgencyName, string>>>;
}

const done = 0;
const failed = 1;
const misused = 2;

const command = new Command('npm run seed --')
  .description("Fills the agencies' databases with generated residents, and writes the truth table.")
  .option('-r, --residents <number>', 'how many residents at least', wholeNumber, 2000)
  .option('-s, --seed <number>', 'another number gives another population', wholeNumber, 1)
  .option('-d, --data <folder>', 'where the databases and truth.csv are kept', '.data/demo')
  .option(
    '--database <agency=url>',
    'a database elsewhere for one agency; may be given once for each',
    databaseOf,
    {},
  )
  .addHelpText(
    'after',
    `
Examples:
  npm run seed -- --residents 100000 --seed 7 --data .data/large
  npm run seed -- --database benefits=postgres://postgres@127.0.0.1:5432/benefits

Agencies: ${agencies.join(', ')}
Exit codes: 0 filled (or was already), 1 failed, 2 wrong use`,
  )
  .exitOverride();

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<number> {
  try {
    await fill(command.parse(argv).opts<SeedCommandOptions>());
    return done;
  } catch (error) {
    if (isOfCommander(error)) return error.exitCode === 0 ? done : misused;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  }
}

async function fill(options: SeedCommandOptions): Promise<void> {
  const folder = resolve(options.data);
  const files = agencies.map((agency) => [agency, `sqlite:${join(folder, `${agency}.sqlite`)}`] as const);
  await seed({
    seed: options.seed,
    residents: options.residents,
    databases: { ...Object.fromEntries(files), ...options.database },
    truthFile: join(folder, 'truth.csv'),
    report: (line) => process.stdout.write(`${line}\n`),
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
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('A whole number below 1,000,000,000 is wanted.');
  return Number(text);
}

function databaseOf(text: string, others: SeedCommandOptions['database']): SeedCommandOptions['database'] {
  const [agency, ...url] = text.split('=');
  const known = agencies.find((name) => name === agency);
  if (known === undefined || url.length === 0) {
    throw new InvalidArgumentError(`Write it as agency=url, with one of: ${agencies.join(', ')}.`);
  }
  return { ...others, [known]: url.join('=') };
}
