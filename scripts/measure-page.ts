/** `npm run measure:page`: how long the page takes, on a slow machine and a slow line, until it can be used. */
import { Command, InvalidArgumentError } from 'commander';
import { withDemonstration } from './demo/index.ts';
import type { PageFigures } from './page-load/index.ts';
import { measurePage } from './page-load/index.ts';

const { times, json } = new Command('npm run measure:page --')
  .description('Opens screens of a demonstration of its own in Chromium, slowed down, with nothing cached.')
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
  const rows = figures.map(
    ({ screen, condition, median, worst }) =>
      `| ${condition} | ${screen} | ${median.toFixed(0)} | ${worst.toFixed(0)} |`,
  );
  return ['| condition | screen | median ms | worst ms |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('A whole number above 0 is needed.');
}
