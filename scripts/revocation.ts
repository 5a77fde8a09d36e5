/** `npm run revocation`: how long what was revoked at one gateway is still shown by another. */
import { Command, InvalidArgumentError } from 'commander';

import { measureRevocation } from './revocation/index.ts';

const program = new Command('revocation')
  .description(
    'Starts two gateways over one governance database, revokes at one of them by each means, and asks the other until it refuses.',
  )
  .option('--rounds <n>', 'revocations by each means', wholeNumber, 50)
  .option('--json', 'one JSON object on standard output')
  .action(async ({ rounds, json }: { readonly rounds: number; readonly json?: true }) => {
    const figures = await measureRevocation({ rounds, report });
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : listing(figures));
  });

await program.parseAsync();

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

function listing(figures: Awaited<ReturnType<typeof measureRevocation>>): string {
  return Object.entries(figures)
    .map(([means, { p50, p99, most }]) => `${means}: p50 ${p50} ms, p99 ${p99} ms, most ${most} ms\n`)
    .join('');
}
