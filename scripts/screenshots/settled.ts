import type { Page } from 'playwright-core';

/** Waits until a screen stands there, and none of its sections is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  const loading = page.locator('.loading');
  // oxlint-disable-next-line no-await-in-loop -- until there is none
  while ((await loading.count()) > 0) await page.waitForTimeout(50);
}
