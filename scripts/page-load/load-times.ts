import type { BrowserContext, Page } from 'playwright-core';

/** What slows the browser down. */
export interface Condition {
  readonly name: string;
  /** How many times slower the processor is. */
  readonly slowdown: number;
  readonly latencyMilliseconds: number;
  readonly kilobitsPerSecond: number;
}

/** A screen, and by what one sees that it can be used. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** CSS selectors of everything that somebody needs to begin: all of them are there. */
  readonly needed: readonly string[];
}

/** Both in milliseconds since somebody went to the address. */
export interface LoadTimes {
  /** Everything needed is painted, and the page has come round to the next event. */
  readonly usable: number;
  /** The same for all sections: none is loading any more. */
  readonly whole: number;
}

const lookMilliseconds = 500;
const mostLooks = 120;

/**
 * Opens a screen with nothing in the browser's cache. The page itself takes the times, by its own clock that begins with
 * the navigation: asking it from outside would slow it down further, and round up to when it was asked.
 */
export async function loadTimes(
  context: BrowserContext,
  { path, needed }: Screen,
  url: string,
  condition: Condition,
): Promise<LoadTimes> {
  const page = await context.newPage();
  await slowDown(context, page, condition);
  await page.addInitScript(noteTimes(needed));
  await page.goto(new URL(path, url).href, { waitUntil: 'commit' });
  const taken = await noted(page);
  await page.close();
  return taken;
}

/** Looks seldom, because each look takes some of the page's time. */
async function noted(page: Page): Promise<LoadTimes> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await page.waitForTimeout(lookMilliseconds);
    // oxlint-disable-next-line no-await-in-loop
    const { usable, whole } = await page.evaluate<Partial<LoadTimes>>('globalThis.loadTimes');
    if (usable && whole) return { usable, whole };
  }
  throw new Error('The screen is not whole after a minute.');
}

async function slowDown(context: BrowserContext, page: Page, condition: Condition): Promise<void> {
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
}

/** In the page: after each change, whether it holds what is needed; then waits for the frame and the event after it. */
function noteTimes(needed: readonly string[]): string {
  return `{
    const times = (globalThis.loadTimes = {});
    const note = (name) => {
      times[name] = 0;
      requestAnimationFrame(() => setTimeout(() => (times[name] = performance.now())));
    };
    const observer = new MutationObserver(() => {
      const isUsable = ${JSON.stringify(needed)}.every((one) => document.querySelector(one));
      if (isUsable && times.usable === undefined) note('usable');
      if (!isUsable || document.querySelector('.loading')) return;
      note('whole');
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  }`;
}
