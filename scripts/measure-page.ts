/** `npm run measure:page`: how long the page takes, on a slow machine and a slow line, until it can be used. */
import { Command, InvalidArgumentError } from 'commander';
import { withDemonstration } from './demo/index.ts';
import type { PageFigures } from './page-load/index.ts';
import { measurePage } from './page-load/index.ts';

const { times, json } = new Command('npm run measure:page --')
  .description('Opens screens of a demonstration of its own in Chromium, slowed down, with nothing cached.')
  .addHelpText(
    'after',
    `
Both figures count from going to the address, by the page's own clock:
  usable  the purpose of use, who the page is about, and its first section (the caseload with the search; of a resident,
          alerts and programs) are painted, and the page has come round to the next event: a key would be answered
  whole   the same when no section is loading any more`,
  )
  .option('-t, --times <n>', 'how often each is opened', wholeNumber, 9)
  .option('--json', 'one JSON object on standard output')
  .parse()
  .opts<{ readonly times: number; readonly json?: true }>();

const report = (line: string): void => void process.stderr.write(`${line}\n`);
const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
await withDemonstration(report, async (demonstration) => {
  const figures = await measurePage({ ...demonstration, chromiumPath, times });
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${listing(figures)}\n`);
});

function listing(figures: readonly PageFigures[]): string {
  const rows = figures.map(({ screen, condition, usable, whole }) => {
    const numbers = [usable.median, usable.worst, whole.median, whole.worst].map((one) => one.toFixed(0));
    return `| ${[condition, screen, ...numbers].join(' | ')} |`;
  });
  const head = '| condition | screen | usable, median ms | worst | whole, median ms | worst |';
  return [head, '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('A whole number above 0 is needed.');
}
