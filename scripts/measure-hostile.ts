/** `npm run measure:hostile`: how long every hostile document of the tests keeps a gateway busy, and what it leaves. */
import { Command } from 'commander';

import { endOnSignal, report, runCommand, wholeNumber } from './command/index.ts';
import type { HostileFigures, HostileResults } from './hostile/index.ts';
import { measureHostile, mostMilliseconds } from './hostile/index.ts';

const program = new Command('npm run measure:hostile --')
  .description(
    `Sends every hostile document of the tests to a gateway of its own; each has to be refused within ${mostMilliseconds} ms.`,
  )
  .option('-t, --times <n>', 'how often each is sent, after as many that do not count', wholeNumber(1), 10)
  .option('--json', 'one JSON object on standard output')
  .addHelpText('after', '\nExit codes: 0 all were refused in time, 1 not all, 2 wrong use')
  .action(measure);

endOnSignal();
await runCommand(program);

async function measure({ times, json }: { readonly times: number; readonly json?: true }): Promise<void> {
  const results = await measureHostile({ times, report });
  process.stdout.write(json ? `${JSON.stringify(results)}\n` : listing(results, times));
  process.exitCode = results.documents.every(isInTime) ? 0 : 1;
}

/** By the median: the worst of many is what else the machine did, as that of the harmless query shows. */
function isInTime({ isRefused, medianMs }: HostileFigures): boolean {
  return isRefused && medianMs < mostMilliseconds;
}

function listing({ documents, harmless, memoryMb: [before, after] }: HostileResults, times: number): string {
  const head =
    '| document | refused | median ms | worst ms | CPU ms | memory MB |\n| --- | --- | --- | --- | --- | --- |';
  const rows = documents.toSorted((one, other) => other.worstMs - one.worstMs).map(row);
  const late = documents.filter((document) => !isInTime(document)).length;
  const lateOnce = documents.filter(({ worstMs }) => worstMs >= mostMilliseconds).length;
  const mostCpu = Math.max(...documents.map(({ cpuMs }) => cpuMs ?? 0));
  const memory = `Memory: ${figure(before)} MB before, ${figure(after)} MB after.`;
  const summary = `${documents.length} documents, ${times} times each; ${late} not refused within ${mostMilliseconds} ms by the median, ${lateOnce} at their worst, and none took more than ${figure(mostCpu)} ms of the processor. ${memory}`;
  return `${[head, ...rows, row(harmless)].join('\n')}\n\n${summary}\n`;
}

function row({ name, isRefused, medianMs, worstMs, cpuMs, grownMb }: HostileFigures): string {
  const cells = [name, isRefused ? 'yes' : 'NO', ...[medianMs, worstMs, cpuMs, grownMb].map(figure)];
  return `| ${cells.join(' | ')} |`;
}

function figure(number: number | null): string {
  return number === null ? '–' : number.toFixed(1);
}
