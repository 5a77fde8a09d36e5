import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, overflowOf } from './support/accessibility.ts';
import { describeInBrowser } from './support/in-browser.ts';
import { startPage, type PageUnderTest, type Person } from './support/start-page.ts';

interface Screen {
  readonly name: string;
  readonly person: Person;
  readonly path: string;
  readonly arrive?: (page: Page) => Promise<unknown>;
}

const resident = '/residents/ID';

/** What differs from run to run, because it tells of other runs. */
const changing: ReadonlySet<string> = new Set([
  'who looked',
  'the ledger',
  'how a record was verified',
  'what an agency’s data was used for',
  'the health of agencies',
]);

async function verified(page: Page): Promise<void> {
  await page.getByText(/are proven to be in the signed log/).waitFor();
}

const screens: readonly Screen[] = [
  { name: 'my residents', person: 'caseworker', path: '/' },
  {
    name: 'search results',
    person: 'caseworker',
    path: '/',
    arrive: async (page) => {
      await page.getByLabel('Given name').fill('Alyssa');
      await page.getByLabel('Surname').fill('Jaxon');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText(/^Found/).waitFor();
    },
  },
  {
    name: 'too little to search by',
    person: 'caseworker',
    path: '/',
    arrive: async (page) => page.getByRole('button', { name: 'Search' }).click(),
  },
  { name: 'a resident, to a housing caseworker', person: 'caseworker', path: resident },
  { name: 'a resident, to an eligibility worker', person: 'eligibilityWorker', path: resident },
  { name: 'a resident, to a counselor', person: 'counselor', path: resident },
  { name: 'a resident, to a probation officer', person: 'officer', path: resident },
  { name: 'a resident, to themself', person: 'resident', path: resident },
  {
    name: 'why something is withheld',
    person: 'caseworker',
    path: resident,
    arrive: async (page) =>
      page
        .getByRole('button', { name: /^Why\?/ })
        .first()
        .click(),
  },
  { name: 'recording a consent', person: 'resident', path: `${resident}/consent` },
  { name: 'breaking the glass', person: 'physician', path: `${resident}/break-glass` },
  {
    name: 'breaking the glass without a reason',
    person: 'physician',
    path: `${resident}/break-glass`,
    arrive: async (page) => page.getByRole('button', { name: 'Open the records now' }).click(),
  },
  { name: 'who looked', person: 'resident', path: `${resident}/who-looked` },
  { name: 'reviews of emergencies', person: 'privacyOfficer', path: '/reviews' },
  { name: 'what an agency shares', person: 'steward', path: '/sharing' },
  { name: 'agreements', person: 'privacyOfficer', path: '/agreements' },
  {
    name: 'an agreement with an earlier version',
    person: 'privacyOfficer',
    path: '/agreements/housing-for-clinicians',
  },
  {
    name: 'an agreement under negotiation',
    person: 'privacyOfficer',
    path: '/agreements/police-welfare-checks',
  },
  {
    name: 'no such agreement',
    person: 'steward',
    path: '/agreements/substance-use-treatment-own-use',
  },
  { name: 'the simulator', person: 'privacyOfficer', path: '/simulator' },
  {
    name: 'the simulator, comparing two roles',
    person: 'steward',
    path: '/simulator',
    arrive: async (page) => {
      await page.getByLabel('Compare').selectOption('roles');
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'why a cell of the simulator is closed',
    person: 'privacyOfficer',
    path: '/simulator',
    arrive: async (page) => {
      await page.getByRole('button', { name: /^No / }).first().click();
      await page.getByRole('dialog').getByText('Decided by').waitFor();
    },
  },
  { name: 'the ledger', person: 'privacyOfficer', path: '/ledger', arrive: verified },
  {
    name: 'how a record was verified',
    person: 'privacyOfficer',
    path: '/ledger',
    arrive: async (page) => {
      await verified(page);
      await page.getByRole('button', { name: /^How/ }).first().click();
    },
  },
  { name: 'what an agency’s data was used for', person: 'steward', path: '/uses' },
  { name: 'the health of agencies', person: 'administrator', path: '/agencies' },
  { name: 'no such page', person: 'caseworker', path: `${resident}/nothing` },
];

describeInBrowser('every screen', () => {
  let world: PageUnderTest;

  beforeAll(async () => {
    world = await startPage();
    world.door.stopClock('2026-11-02T12:00:00Z');
  }, 120_000);

  afterAll(async () => world?.close());

  const open = async ({ person, path, arrive }: Screen, options: Parameters<PageUnderTest['openAs']>[2]) => {
    const page = await world.openAs(person, path.replace('ID', world.residentId), options);
    await arrive?.(page);
    return page;
  };

  test.each(screens)('meets WCAG 2.2 AA in light and dark: $name', async (screen) => {
    const page = await open(screen, { colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test.each(screens)('fits 320 pixels, and 200 % text, without scrolling sideways: $name', async (screen) => {
    const page = await open(screen, { viewport: { width: 320, height: 640 } });
    expect(await overflowOf(page)).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });

  test.each(screens.filter(({ name }) => !changing.has(name)))(
    'reads the same to assistive technology: $name',
    async (screen) => {
      const page = await open(screen, {});
      const snapshot = await page.locator('body').ariaSnapshot();
      expect(snapshot.replaceAll(/\d+ times/g, 'so many times')).toMatchSnapshot();
      await page.context().close();
    },
  );

  test.each(screens.slice(3, 4))('stays legible in forced colors: $name', async (screen) => {
    const page = await open(screen, { forcedColors: 'active' });
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('asks first who somebody is, and then why they ask', async () => {
    world.door.signIn(null);
    const context = await world.browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(world.door.url);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await world.signIn('caseworker');
    await page.reload();
    await page.getByRole('heading', { name: 'Why are you asking today?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    world.door.graphqlRequests();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Choose a purpose to go on.');
    expect(world.door.graphqlRequests()).toBe(0);
    await page.getByRole('radio', { name: 'Finding and keeping housing' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'My caseload' }).waitFor();
    await context.close();
  });

  test('prints a resident with what is withheld in words, and without buttons', async () => {
    const page = await world.openAs('caseworker', `/residents/${world.residentId}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Withheld: a law protects it').first().isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.context().close();
  });
});
