import type { BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import { settled, signIn } from '../screenshots/index.ts';

/** How long a screen took until it could be used, in milliseconds. */
export interface PageFigures {
  readonly screen: string;
  readonly condition: string;
  readonly median: number;
  readonly worst: number;
}

/** What is measured, with what, and how often. */
interface MeasureOptions {
  /** Of the page of a running demonstration. */
  readonly url: string;
  readonly residentId: string;
  readonly chromiumPath: string;
  readonly times: number;
}

/** What slows the browser down. */
interface Condition {
  readonly name: string;
  /** How many times slower the processor is. */
  readonly slowdown: number;
  readonly latencyMilliseconds: number;
  readonly kilobitsPerSecond: number;
}

/** The last is what Lighthouse calls slow 4G. */
const conditions: readonly Condition[] = [
  { name: 'as it is', slowdown: 1, latencyMilliseconds: 0, kilobitsPerSecond: -1 },
  { name: 'processor 4 times slower', slowdown: 4, latencyMilliseconds: 0, kilobitsPerSecond: -1 },
  { name: 'office line', slowdown: 4, latencyMilliseconds: 40, kilobitsPerSecond: 10_240 },
  { name: 'slow 4G', slowdown: 4, latencyMilliseconds: 150, kilobitsPerSecond: 1638 },
];

/** Opens screens with nothing in the browser's cache, until none of their sections is loading any more. */
export async function measurePage(options: MeasureOptions): Promise<readonly PageFigures[]> {
  const browser = await chromium.launch({ executablePath: options.chromiumPath, args: ['--no-sandbox'] });
  const figures: PageFigures[] = [];
  try {
    const context = await signIn(browser, options.url, 'Housing caseworker', 'HOUSING_PLACEMENT');
    const screens = { 'my residents': '/', 'a resident': `/residents/${options.residentId}` };
    for (const condition of conditions)
      for (const [screen, path] of Object.entries(screens)) {
        const url = new URL(path, options.url).href;
        // Only one may load at a time.
        // oxlint-disable-next-line no-await-in-loop
        const taken = await timesOf(context, url, condition, options.times);
        const [median = 0, worst = 0] = [taken[Math.floor(taken.length / 2)], taken.at(-1)];
        figures.push({ screen, condition: condition.name, median, worst });
      }
  } finally {
    await browser.close();
  }
  return figures;
}

/** @returns in ascending order */
async function timesOf(
  context: BrowserContext,
  url: string,
  condition: Condition,
  times: number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time
    taken.push(await timeOf(context, url, condition));
  }
  return taken.toSorted((one, other) => one - other);
}

async function timeOf(context: BrowserContext, url: string, condition: Condition): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytesPerSecond = condition.kilobitsPerSecond < 0 ? -1 : condition.kilobitsPerSecond * 128;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: condition.latencyMilliseconds,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: condition.slowdown });
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await settled(page);
  const taken = performance.now() - begun;
  await page.close();
  return taken;
}
