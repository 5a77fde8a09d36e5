import type { Page } from 'playwright-core';
import type { AccountTitle } from './sign-in.ts';

/** What one picture shows. */
export interface Shot {
  /** Of its files. */
  readonly name: string;
  /** What it is called in the gallery. */
  readonly title: string;
  readonly account: AccountTitle;
  /** Code of the purpose of use; left out where the account has but one. */
  readonly purpose?: string;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly arrive?: (page: Page) => Promise<unknown>;
}

const housing = { account: 'Housing caseworker', purpose: 'HOUSING_PLACEMENT' } as const;
const privacy = { account: 'Privacy officer', purpose: 'AUDIT' } as const;
const steward = { account: 'Agency data steward', purpose: 'HOPERAT' } as const;

/** Every screen of which there are pictures; the same resident in all of them. */
export function shotsOf(residentId: string): readonly Shot[] {
  const resident = `/residents/${residentId}`;
  return [
    {
      ...housing,
      name: 'resident-housing-caseworker',
      title: 'A resident, to a housing caseworker',
      path: resident,
    },
    {
      name: 'resident-counselor',
      title: 'The same resident, to a SUD counselor with consent',
      account: 'SUD counselor, with consent',
      purpose: 'TREAT',
      path: resident,
    },
    {
      name: 'resident-themself',
      title: 'The same resident, to themself',
      account: 'Resident',
      path: resident,
    },
    { ...housing, name: 'search', title: 'The search, with a misspelt name', path: '/', arrive: search },
    { ...housing, name: 'why-withheld', title: 'Why something is withheld', path: resident, arrive: askWhy },
    {
      name: 'who-looked',
      title: 'Who looked',
      account: 'Resident',
      path: `${resident}/who-looked`,
    },
    {
      name: 'break-glass',
      title: 'Breaking the glass',
      account: 'Emergency physician',
      purpose: 'ETREAT',
      path: `${resident}/break-glass`,
    },
    { ...privacy, name: 'agreements', title: 'Agreements', path: '/agreements' },
    {
      ...privacy,
      name: 'agreement-difference',
      title: 'What it grants, and what changed between two versions',
      path: '/agreements/housing-for-clinicians',
      arrive: toTheDifference,
    },
    {
      ...privacy,
      name: 'simulator',
      title: 'The simulator, comparing two roles',
      path: '/simulator',
      arrive: compareRoles,
    },
    {
      ...privacy,
      name: 'simulator-why',
      title: 'Why a cell of it depends',
      path: '/simulator',
      arrive: openCell,
    },
    {
      ...privacy,
      name: 'reviews',
      title: 'Reviews of broken glass',
      path: '/reviews',
      arrive: seeWhatWasSeen,
    },
    { ...privacy, name: 'ledger', title: 'The ledger, verified', path: '/ledger', arrive: verified },
    {
      ...privacy,
      name: 'ledger-proof',
      title: 'How a record was verified',
      path: '/ledger',
      arrive: openProof,
    },
    { ...steward, name: 'uses', title: 'Uses of an agency’s data', path: '/uses' },
    { ...steward, name: 'stop-sharing', title: 'The switch that stops sharing', path: '/sharing' },
    {
      name: 'health',
      title: 'Agencies’ health',
      account: 'System administrator',
      path: '/agencies',
    },
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
