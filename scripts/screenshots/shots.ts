import type { Page } from 'playwright-core';
import type { AccountTitle } from './sign-in.ts';

/** What one picture shows. */
export interface Shot {
  /** Of its files. */
  readonly name: string;
  readonly account: AccountTitle;
  /** Code of the purpose of use; left out where the account has but one. */
  readonly purpose?: string;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly arrive?: (page: Page) => Promise<unknown>;
  /** Whether there is a dark picture of the narrow window, too. */
  readonly isMain: boolean;
}

const housing = { account: 'Housing caseworker', purpose: 'HOUSING_PLACEMENT', isMain: true } as const;
const privacy = { account: 'Privacy officer', purpose: 'AUDIT', isMain: false } as const;
const steward = { account: 'Agency data steward', purpose: 'HOPERAT', isMain: false } as const;

/** Every screen of which there are pictures; the same resident in all of them. */
export function shotsOf(residentId: string): readonly Shot[] {
  const resident = `/residents/${residentId}`;
  return [
    { ...housing, name: 'resident-housing-caseworker', path: resident },
    {
      name: 'resident-counselor',
      account: 'SUD counselor, with consent',
      purpose: 'TREAT',
      path: resident,
      isMain: true,
    },
    { name: 'resident-themself', account: 'Resident', path: resident, isMain: true },
    { ...housing, name: 'search', path: '/', arrive: search },
    { ...housing, name: 'why-withheld', path: resident, arrive: askWhy },
    { name: 'who-looked', account: 'Resident', path: `${resident}/who-looked`, isMain: true },
    {
      name: 'break-glass',
      account: 'Emergency physician',
      purpose: 'ETREAT',
      path: `${resident}/break-glass`,
      isMain: true,
    },
    { ...privacy, name: 'agreements', path: '/agreements' },
    { ...privacy, name: 'agreement', path: '/agreements/housing-for-clinicians' },
    {
      ...privacy,
      name: 'agreement-difference',
      path: '/agreements/housing-for-clinicians',
      arrive: toTheDifference,
    },
    { ...privacy, name: 'simulator', path: '/simulator', arrive: compareRoles },
    { ...privacy, name: 'simulator-why', path: '/simulator', arrive: openCell },
    { ...privacy, name: 'reviews', path: '/reviews', arrive: seeWhatWasSeen },
    { ...privacy, name: 'ledger', path: '/ledger', arrive: verified },
    { ...privacy, name: 'ledger-proof', path: '/ledger', arrive: openProof },
    { ...steward, name: 'uses', path: '/uses' },
    { ...steward, name: 'stop-sharing', path: '/sharing' },
    { name: 'health', account: 'System administrator', path: '/agencies', isMain: false },
  ];
}

async function search(page: Page): Promise<void> {
  await page.getByLabel('Given name').fill('Alyssa');
  await page.getByLabel('Surname').fill('Jaxon');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText(/^Found/).waitFor();
  await page.getByText(/^Found/).scrollIntoViewIfNeeded();
}

async function askWhy(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

async function toTheDifference(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /What changed/ }).waitFor();
  await page.evaluate("document.querySelector('#grants').scrollIntoView()");
}

async function compareRoles(page: Page): Promise<void> {
  await page.getByLabel('Compare').selectOption('roles');
  await page.getByRole('grid').waitFor();
}

async function openCell(page: Page): Promise<void> {
  await page.getByRole('grid').waitFor();
  await page
    .getByRole('button', { name: /^Depends/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

async function seeWhatWasSeen(page: Page): Promise<void> {
  await page.getByText('What was seen').first().click();
  await page.getByRole('table').first().waitFor();
}

async function verified(page: Page): Promise<void> {
  await page.getByText(/are proven to be in the signed log/).waitFor();
}

async function openProof(page: Page): Promise<void> {
  await verified(page);
  await page.getByRole('button', { name: /^How/ }).first().click();
  await page.getByRole('dialog').waitFor();
}
