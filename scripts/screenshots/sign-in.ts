import type { Browser, BrowserContext } from 'playwright-core';

/** What an account of the demonstration is called where people sign in. */
export type AccountTitle =
  | 'Housing caseworker'
  | 'SNAP eligibility worker'
  | 'SUD counselor, with consent'
  | 'Probation officer'
  | 'Emergency physician'
  | 'Resident'
  | 'Privacy officer'
  | 'Agency data steward'
  | 'System administrator';

/** A busy machine takes its time. */
const mostMilliseconds = 120_000;

/** Signs somebody in as a person would, and answers the browser that holds the session. */
export async function signIn(
  browser: Browser,
  url: string,
  account: AccountTitle,
  purpose: string | undefined,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' });
  context.setDefaultTimeout(mostMilliseconds);
  if (purpose !== undefined)
    await context.addInitScript(`sessionStorage.setItem('purpose', ${JSON.stringify(purpose)})`);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: account, exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.close();
  return context;
}
