import type { BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import { signIn } from '../screenshots/index.ts';
import { loadTimes, type Condition, type LoadTimes, type Screen } from './load-times.ts';

/** The times of several loads, in milliseconds. */
interface Figure {
  readonly median: number;
  readonly worst: number;
}

/** How long a screen took under a condition. */
export interface PageFigures extends Readonly<Record<keyof LoadTimes, Figure>> {
  readonly screen: string;
  readonly condition: string;
}

/** What is measured, with what, and how often. */
interface MeasureOptions {
  /** Of the page of a running demonstration. */
  readonly url: string;
  readonly residentId: string;
  readonly chromiumPath: string;
  readonly times: number;
}

/** The last is what Lighthouse calls slow 4G. */
const conditions: readonly Condition[] = [
  { name: 'as it is', slowdown: 1, latencyMilliseconds: 0, kilobitsPerSecond: -1 },
  { name: 'processor 4 times slower', slowdown: 4, latencyMilliseconds: 0, kilobitsPerSecond: -1 },
  { name: 'office line', slowdown: 4, latencyMilliseconds: 40, kilobitsPerSecond: 10_240 },
  { name: 'slow 4G', slowdown: 4, latencyMilliseconds: 150, kilobitsPerSecond: 1638 },
];

/** Purpose of use, own residents and the search; purpose of use, who it is, what calls for attention, and what goes on. */
function screensOf(residentId: string): readonly Screen[] {
  const purpose = '#purpose-of-use';
  return [
    { name: 'my residents', path: '/', needed: [purpose, '.rows a', 'form.search button'] },
    {
      name: 'a resident',
      path: `/residents/${residentId}`,
      needed: [purpose, '.banner h1', '.alerts', '.programs'],
    },
  ];
}

/** Opens screens with nothing in the browser's cache, until they can be used and until they are whole. */
export async function measurePage(options: MeasureOptions): Promise<readonly PageFigures[]> {
  const browser = await chromium.launch({ executablePath: options.chromiumPath, args: ['--no-sandbox'] });
  const figures: PageFigures[] = [];
  try {
    const context = await signIn(browser, options.url, 'Housing caseworker', 'HOUSING_PLACEMENT');
    for (const condition of conditions)
      for (const screen of screensOf(options.residentId)) {
        // Only one may load at a time.
        // oxlint-disable-next-line no-await-in-loop
        figures.push(await figuresOf(context, screen, condition, options));
      }
  } finally {
    await browser.close();
  }
  return figures;
}

async function figuresOf(
  context: BrowserContext,
  screen: Screen,
  condition: Condition,
  { url, times }: MeasureOptions,
): Promise<PageFigures> {
  const loads: LoadTimes[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time
    loads.push(await loadTimes(context, screen, url, condition));
  }
  const [usable, whole] = [figureOf(loads, 'usable'), figureOf(loads, 'whole')];
  return { screen: screen.name, condition: condition.name, usable, whole };
}

function figureOf(loads: readonly LoadTimes[], name: keyof LoadTimes): Figure {
  const taken = loads.map((one) => one[name]).toSorted((one, other) => one - other);
  return { median: taken[Math.floor(taken.length / 2)] ?? 0, worst: taken.at(-1) ?? 0 };
}
