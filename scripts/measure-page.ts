/** `npm run measure:page`: how long the page takes, on a slow machine and a slow line, until it can be used. */
import { Command } from 'commander';
import { report, runCommand, wholeNumber } from './command/index.ts';
import { withDemonstration } from './demo/index.ts';
import type { PageFigures } from './page-load/index.ts';
import { measurePage } from './page-load/index.ts';

const command = new Command('npm run measure:page --')
  .description('Opens screens of a demonstration of its own in Chromium, slowed down, with nothing cached.')
  .addHelpText(
    'after',
    `
Both figures count from going to the address, by the page's own clock:
  usable  the purpose of use, who the page is about, and its first section (the caseload with the search; of a resident,
          alerts and programs) are painted, and the page has come round to the next event: a key would be answered
  whole   the same when no section is loading any more`,
  )
  .option('-t, --times <n>', 'how often each is opened', wholeNumber(1), 9)
  .option('--json', 'one JSON object on standard output')
  .action(measure);

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

await runCommand(command);

async function measure({ times, json }: { readonly times: number; readonly json?: true }): Promise<void> {
  await withDemonstration(report, async (demonstration) => {
    const figures = await measurePage({ ...demonstration, chromiumPath, times });
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${listing(figures)}\n`);
  });
}

function listing(figures: readonly PageFigures[]): string {
  const rows = figures.map(({ screen, condition, usable, whole }) => {
    const numbers = [usable.median, usable.worst, whole.median, whole.worst].map((one) => one.toFixed(0));
    return `| ${[condition, screen, ...numbers].join(' | ')} |`;
  });
  const head = '| condition | screen | usable, median ms | worst | whole, median ms | worst |';
  return [head, '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}
