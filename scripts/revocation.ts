/** `npm run revocation`: how long what was revoked at one gateway is still shown by another. */
import { Command } from 'commander';

import { report, runCommand, wholeNumber } from './command/index.ts';
import { measureRevocation } from './revocation/index.ts';

const program = new Command('revocation')
  .description(
    'Starts two gateways over one governance database, revokes at one of them by each means, and asks the other until it refuses.',
  )
  .option('--rounds <n>', 'revocations by each means', wholeNumber(1), 50)
  .option('--json', 'one JSON object on standard output')
  .action(async ({ rounds, json }: { readonly rounds: number; readonly json?: true }) => {
    const figures = await measureRevocation({ rounds, report });
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : listing(figures));
  });

await runCommand(program);

function listing(figures: Awaited<ReturnType<typeof measureRevocation>>): string {
  return Object.entries(figures)
    .map(([means, { p50, p99, most }]) => `${means}: p50 ${p50} ms, p99 ${p99} ms, most ${most} ms\n`)
    .join('');
}
