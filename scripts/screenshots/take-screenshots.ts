import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { galleryOf } from './gallery-of.ts';
import { makeTraffic } from './make-traffic.ts';
import { settled } from './settled.ts';
import { shotsOf, type Shot } from './shots.ts';
import { signIn } from './sign-in.ts';

/** Of what pictures are taken, and where they go. */
interface ScreenshotOptions {
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
    await writeFile(join(folder, 'README.md'), galleryOf(shotsOf(residentId)));
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

/** How good and how large a picture is; the next where it would be too heavy. */
const encodings = [
  { quality: 0.4, scale: 1 },
  { quality: 0.3, scale: 1 },
  { quality: 0.4, scale: 0.75 },
  { quality: 0.3, scale: 0.6 },
] as const;

/** The browser that took the picture makes it small. */
async function asWebp(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage();
  const url = `data:image/png;base64,${png.toString('base64')}`;
  for (const { quality, scale } of encodings) {
    // oxlint-disable-next-line no-await-in-loop -- the next only if this one is too heavy
    const encoded = await page.evaluate<string>(`(async () => {
      const image = new Image();
      image.src = ${JSON.stringify(url)};
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width * ${scale};
      canvas.height = image.height * ${scale};
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', ${quality});
    })()`);
    const bytes = Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
    if (bytes.length > mostBytes) continue;
    // oxlint-disable-next-line no-await-in-loop
    await page.close();
    return bytes;
  }
  throw new Error(`A picture is larger than ${mostBytes} bytes.`);
}
