/** `npm run seed`: fills the agencies' databases with generated residents, and writes the truth table. */
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { runCommand, wholeNumber } from './command/index.ts';
import { agencies, seed, type AgencyName } from './seeding/index.ts';

interface SeedCommandOptions {
  readonly residents: number;
  readonly seed: number;
  readonly data: string;
  readonly database: Readonly<Partial<Record<AgencyName, string>>>;
}

const command = new Command('npm run seed --')
  .description("Fills the agencies' databases with generated residents, and writes the truth table.")
  .option('-r, --residents <number>', 'how many residents at least', wholeNumber(0), 2000)
  .option('-s, --seed <number>', 'another number gives another population', wholeNumber(0), 1)
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
  .action(fill);

await runCommand(command);

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

function databaseOf(text: string, others: SeedCommandOptions['database']): SeedCommandOptions['database'] {
  const [agency, ...url] = text.split('=');
  const known = agencies.find((name) => name === agency);
  if (known === undefined || url.length === 0) {
    throw new InvalidArgumentError(`Write it as agency=url, with one of: ${agencies.join(', ')}.`);
  }
  return { ...others, [known]: url.join('=') };
}
