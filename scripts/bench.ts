/** `npm run bench`: measures our gateway against others on the same machine, and against what is possible. */
import { Command, InvalidArgumentError } from 'commander';
import { format } from 'prettier';

import { contenders, markdownReport, runBenchmark, scenarios } from './bench/index.ts';
import { endOnSignal, report, runCommand, wholeNumber } from './command/index.ts';
import { writeSection } from './readme/index.ts';

interface BenchCommandOptions {
  readonly rounds: number;
  readonly warm: number;
  readonly starts: number;
  readonly seconds: number;
  readonly connections: number;
  readonly halfLoad: boolean;
  readonly only: typeof contenders;
  readonly queries: typeof scenarios;
  readonly fromSource: boolean;
  readonly share: boolean;
  readonly json: boolean;
  readonly write: boolean;
}

const command = new Command('npm run bench --')
  .description(
    'Measures our gateway, other federation gateways and a bare proxy, each on one core, over canned subgraphs.',
  )
  .option('-r, --rounds <number>', 'how often each takes its turn', wholeNumber(1), 5)
  .option('-w, --warm <number>', 'how many turns each takes before that do not count', wholeNumber(1), 1)
  .option('--starts <number>', 'how often each is started anew', wholeNumber(1), 1)
  .option('-s, --seconds <number>', 'how long each turn takes', wholeNumber(1), 5)
  .option('-c, --connections <number>', 'how many requests are on their way at a time', wholeNumber(1), 50)
  .option('--half-load', 'send half of what the slowest of them can take', false)
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
  npm run bench -- --only authorized,recorded --queries resident --half-load --warm 5 --starts 3
  npm run bench -- --json | tail -1

Exit codes: 0 measured, 1 failed, 2 wrong use`,
  )
  .action(bench);

endOnSignal();
await runCommand(command);

async function bench({
  only,
  queries,
  fromSource,
  share,
  json,
  write,
  warm,
  halfLoad,
  ...times
}: BenchCommandOptions): Promise<void> {
  const results = await runBenchmark({
    ...times,
    warmRounds: warm,
    isHalfLoad: halfLoad,
    contenders: only,
    scenarios: queries,
    isFromSource: fromSource,
    isSharing: share,
    report,
  });
  const table = await format(markdownReport(results), { parser: 'markdown' });
  process.stdout.write(table);
  if (write) await writeSection('benchmark', table);
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
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
