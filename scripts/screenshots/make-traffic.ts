import type { Browser, Page } from 'playwright-core';
import { settled } from './settled.ts';
import { signIn, type AccountTitle } from './sign-in.ts';

const visitors: readonly (readonly [AccountTitle, string])[] = [
  ['Housing caseworker', 'HOUSING_PLACEMENT'],
  ['SNAP eligibility worker', 'ELIGDTRM'],
  ['SUD counselor, with consent', 'TREAT'],
  ['Probation officer', 'HLEGAL'],
];

/** Has people look at the resident, and one of them in an emergency, so that there is something to tell of. */
export async function makeTraffic(browser: Browser, url: string, residentId: string): Promise<void> {
  for (const [account, purpose] of visitors) {
    // One after the other, as they stand in the ledger.
    // oxlint-disable-next-line no-await-in-loop
    await visit(browser, url, `residents/${residentId}`, [account, purpose]);
  }
  await openInAnEmergency(browser, url, residentId);
}

async function visit(
  browser: Browser,
  url: string,
  path: string,
  [account, purpose]: readonly [AccountTitle, string],
): Promise<void> {
  const context = await signIn(browser, url, account, purpose);
  const page = await context.newPage();
  await page.goto(new URL(path, url).href);
  await settled(page);
  await context.close();
}

async function openInAnEmergency(browser: Browser, url: string, residentId: string): Promise<void> {
  const context = await signIn(browser, url, 'Emergency physician', 'ETREAT');
  const page = await context.newPage();
  await page.goto(new URL(`residents/${residentId}/break-glass`, url).href);
  await page.getByRole('radio', { name: /Medical emergency/ }).check();
  await page.getByRole('checkbox', { name: 'Behavioral health' }).check();
  await page.getByLabel(/What is happening/).fill('Found unconscious at a bus stop; an overdose is likely.');
  await page.getByRole('button', { name: 'Open the records now' }).click();
  await confirmWhoTheyAre(page);
  await page.getByRole('button', { name: 'Open the records now' }).click();
  await page.getByRole('heading', { name: 'Behavioral health' }).waitFor();
  await page.getByRole('button', { name: 'Close it now' }).click();
  await page.getByText('Emergency access is closed.').waitFor();
  await context.close();
}

/** Opening records asks once more who somebody is, in a tab of its own. */
async function confirmWhoTheyAre(page: Page): Promise<void> {
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /Confirm who you are/ }).click(),
  ]);
  await tab.getByRole('button', { name: 'Emergency physician', exact: true }).click();
  await tab.getByRole('heading', { name: 'You are signed in' }).waitFor();
  await tab.close();
}
