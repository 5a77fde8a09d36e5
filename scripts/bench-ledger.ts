/** `npm run bench:ledger`: what the ledger's log takes, how it scales, and what killing its process does to it. */
import { Command } from 'commander';

import { report, runCommand, wholeNumber } from './command/index.ts';
import { killWriter, measureAppends, measureReading, measureScale } from './ledger/index.ts';

const program = new Command('bench:ledger').description(
  'Measures the log of disclosures on the disk that holds the folder for temporary files.',
);

program
  .command('appends', { isDefault: true })
  .description('records that are durable in a second, by how many are waited for at a time')
  .option('--seconds <n>', 'for each', wholeNumber(1), 3)
  .action(async ({ seconds }: { readonly seconds: number }) => {
    for (const concurrent of [1, 32, 256]) {
      // One after the other, so that none disturbs another.
      // oxlint-disable-next-line no-await-in-loop
      show(await measureAppends(concurrent, seconds));
    }
  });

program
  .command('scale')
  .description('disk, time to start and rate of verification of a log of so many records')
  .option('--records <n>', 'how many', wholeNumber(1), 1_000_000)
  .option('--folder <path>', 'where the log is written')
  .action(async ({ records, folder }: { readonly records: number; readonly folder?: string }) =>
    show(await measureScale(records, folder, report)),
  );

program
  .command('reading')
  .description("a resident's disclosures from an index of so many, on SQLite")
  .option('--records <n>', 'how many', wholeNumber(1), 1_000_000)
  .option('--folder <path>', 'where the index is written')
  .action(async ({ records, folder }: { readonly records: number; readonly folder?: string }) =>
    show(await measureReading(records, folder, report)),
  );

program
  .command('kill')
  .description(
    'kills a process that appends, again and again, and compares what is left with what was acknowledged',
  )
  .option('--kills <n>', 'how often', wholeNumber(1), 50)
  .option('--milliseconds <n>', 'the longest that it lives after its first record', wholeNumber(1), 600)
  .action(async ({ kills, milliseconds }: { readonly kills: number; readonly milliseconds: number }) => {
    const figures = await killWriter(kills, milliseconds, report);
    show(figures);
    if (figures.lost + figures.doubled + figures.broken > 0) process.exitCode = 1;
  });

await runCommand(program);

function show(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
