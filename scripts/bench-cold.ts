/** `npm run bench:cold`: what an operation costs that our gateway sees for the first time, and what it costs others. */
import { Command } from 'commander';

import type { ColdResults, Times } from './bench/index.ts';
import { runCold } from './bench/index.ts';
import { endOnSignal, report, runCommand, wholeNumber } from './command/index.ts';

interface Options {
  readonly seconds: number;
  readonly connections: number;
  readonly pause: number;
  readonly fromSource: boolean;
  readonly json: boolean;
}

const command = new Command('npm run bench:cold --')
  .description(
    'Loads our gateway with a known operation at half of what it can take, and sends it operations that it has never seen beside that.',
  )
  .option('-s, --seconds <number>', 'how long each of the four parts takes', wholeNumber(1), 10)
  .option(
    '-c, --connections <number>',
    'how many connections the known operation comes on',
    wholeNumber(1),
    50,
  )
  .option(
    '-p, --pause <number>',
    'milliseconds from the answer to one new operation to the next',
    wholeNumber(1),
    100,
  )
  .option('--from-source', 'run our gateway from its source, not built', false)
  .option('--json', 'print the figures as one JSON object', false)
  .addHelpText(
    'after',
    `
The known operation's p99 beside the new ones should be what it is without them: new ones are planned in a
thread of their own. Where both have to share one core, as here, some of it is the core's.

Example:
  npm run bench:cold -- --seconds 20`,
  )
  .action(bench);

endOnSignal();
await runCommand(command);

async function bench({ pause, fromSource, json, ...times }: Options): Promise<void> {
  const results = await runCold({
    ...times,
    pauseMilliseconds: pause,
    isFromSource: fromSource,
    report,
  });
  process.stdout.write(json ? `${JSON.stringify(results)}\n` : tableOf(results));
}

function tableOf({ rate, warmAlone, warmBeside, cold, failures }: ColdResults): string {
  const rows = [
    row('known, alone', warmAlone),
    row('known, beside new ones', warmBeside),
    row('seen for the first time', cold),
  ];
  const head = '| operation | requests | p50 ms | p99 ms |\n| --- | --- | --- | --- |';
  return `${head}\n${rows.join('\n')}\n\nKnown operations: ${rate} a second. Failures: ${failures}.\n`;
}

function row(name: string, { requests, p50, p99 }: Times): string {
  return `| ${name} | ${requests} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`;
}
