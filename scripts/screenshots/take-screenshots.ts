import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { galleryOf } from './gallery-of.ts';
import { makeTraffic } from './make-traffic.ts';
import { shotsOf, type Shot } from './shots.ts';
import { signIn } from './sign-in.ts';

/** Of what pictures are taken, and where they go. */
export interface ScreenshotOptions {
  /** Of the page of a running demonstration. */
  readonly url: string;
  readonly residentId: string;
  /** Emptied first. */
  readonly folder: string;
  /** The browser. */
  readonly chromiumPath: string;
  /** Names of the pictures that are wanted; all by default. */
  readonly only?: readonly string[];
  readonly report: (line: string) => void;
}

const windows = {
  wide: { width: 1280, height: 860 },
  narrow: { width: 320, height: 900 },
} as const;
const schemes = ['light', 'dark'] as const;
const mostBytes = 60_000;

/** Takes pictures of every screen in light and dark, wide and 320 pixels narrow, as WebP of at most 60 KB each. */
export async function takeScreenshots(options: ScreenshotOptions): Promise<void> {
  const { url, residentId, folder, chromiumPath, only, report } = options;
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    await makeTraffic(browser, url, residentId);
    if (!only) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    if (!only) await writeFile(join(folder, 'README.md'), galleryOf(shotsOf(residentId)));
    for (const shot of shotsOf(residentId).filter(({ name }) => !only || only.includes(name))) {
      // One machine, one window: a picture is taken when nothing else moves.
      // oxlint-disable-next-line no-await-in-loop
      await takeAll(browser, shot, options);
      report(shot.name);
    }
  } finally {
    await browser.close();
  }
}

async function takeAll(browser: Browser, shot: Shot, { url, folder }: ScreenshotOptions): Promise<void> {
  const context = await signIn(browser, url, shot.account, shot.purpose);
  for (const [size, viewport] of Object.entries(windows))
    for (const colorScheme of schemes) {
      if (!shot.isMain && colorScheme === 'dark') continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as above
      const png = await take(context, shot, { url, viewport, colorScheme });
      // oxlint-disable-next-line no-await-in-loop
      const picture = await asWebp(context, png);
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(join(folder, `${shot.name}-${size}-${colorScheme}.webp`), picture);
    }
  await context.close();
}

interface Look {
  readonly url: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: (typeof schemes)[number];
}

async function take(
  context: BrowserContext,
  { path, arrive }: Shot,
  { url, viewport, colorScheme }: Look,
): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.goto(new URL(path, url).href);
  await settled(page);
  await arrive?.(page);
  await settled(page);
  const png = await page.screenshot();
  await page.close();
  return png;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main h1').first().waitFor();
  await expectNone(page, '.loading');
}

/** Waits until nothing of the kind is there any more. */
async function expectNone(page: Page, selector: string): Promise<void> {
  const found = page.locator(selector);
  while ((await found.count()) > 0) await page.waitForTimeout(50);
}

/** The browser that took the picture makes it small; less good where it would be too large. */
async function asWebp(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage();
  const url = `data:image/png;base64,${png.toString('base64')}`;
  const encode = (quality: number): Promise<string> =>
    page.evaluate<string>(`(async () => {
      const image = new Image();
      image.src = ${JSON.stringify(url)};
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', ${quality});
    })()`);
  for (const quality of [0.5, 0.4, 0.3]) {
    // oxlint-disable-next-line no-await-in-loop -- the next only if this one is too large
    const encoded = await encode(quality);
    const bytes = Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
    if (bytes.length <= mostBytes) {
      // oxlint-disable-next-line no-await-in-loop
      await page.close();
      return bytes;
    }
  }
  throw new Error(`A picture is larger than ${mostBytes} bytes.`);
}
