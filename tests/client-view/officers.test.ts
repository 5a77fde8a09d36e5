import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/in-browser.ts';
import { startPage, type PageUnderTest } from './support/start-page.ts';

interface LedgerAnswer {
  readonly data?: {
    readonly disclosuresOfMyAgency?: {
      readonly edges: { readonly node: { subject: string; proof: { leafHash: string } | null } }[];
    };
  };
}

describeInBrowser('what officers do', () => {
  let world: PageUnderTest;

  beforeAll(async () => {
    world = await startPage();
    for (const person of ['counselor', 'caseworker'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await (await world.openAs(person, `/residents/${world.residentId}`)).context().close();
    }
  }, 120_000);

  afterAll(async () => world?.close());

  test('a privacy officer finds who was shown what, and the browser proves each record by the log’s key', async () => {
    const page = await world.openAs('privacyOfficer', '/ledger');
    await proven(page);
    await page.getByLabel('Person (sign-in name)').fill('counselor-1');
    await page.getByLabel('Resident ID').fill(world.residentId);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page
      .getByRole('row', { name: /counselor-1/ })
      .first()
      .waitFor();
    expect(await page.getByRole('row', { name: /caseworker-1/ }).count()).toBe(0);
    await proven(page);
    await page.getByRole('button', { name: /^How/ }).first().click();
    const how = page.getByRole('dialog', { name: 'What was verified' });
    expect(await how.textContent()).toMatch(/resident-graph\/ledger\/1\+[0-9a-f]{8}/);
    const kept = await page.evaluate<string>(
      'JSON.stringify([location.pathname, location.search, document.title, history.state, { ...localStorage }])',
    );
    expect(JSON.parse(kept)).toEqual(['/ledger', '', 'Resident Graph', null, {}]);
    await page.context().close();
  });

  test('a record that is not what was signed is told apart from those that are', async () => {
    world.door.turn((answer) => {
      const [first] = (answer as LedgerAnswer).data?.disclosuresOfMyAgency?.edges ?? [];
      if (first?.node.proof) first.node.proof.leafHash = 'ab'.repeat(32);
      return answer;
    });
    const page = await world.openAs('privacyOfficer', '/ledger');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Records that do not verify: 1');
    expect(await page.getByText('Does not verify').count()).toBe(1);
    expect(await page.getByText('Proven', { exact: true }).count()).toBeGreaterThan(0);
    world.door.turn(null);
    await page.context().close();
  });

  test('what is found is saved as a table for spreadsheets, with the hash of each record', async () => {
    const page = await world.openAs('privacyOfficer', '/ledger');
    await proven(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [header, first] = Buffer.concat(chunks).toString().split('\r\n');
    expect(header).toMatch(/^recorded_at,resident,.*,leaf_hash$/);
    expect(first).toMatch(/,[0-9a-f]{64}$/);
    await page.context().close();
  });

  test('the simulator is walked through with the keyboard alone, and each cell says by which agreement and law', async () => {
    const page = await world.openAs('privacyOfficer', '/simulator');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1);
    await grid.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const place = await page.evaluate<string>('document.activeElement.dataset.place');
    expect(place).toMatch(/^1,[1-9]/);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const why = page.getByRole('dialog');
    await why.getByText('By agreement').waitFor();
    expect(await why.getByRole('link').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.dataset.place')).toBe('1,0');
    await page.context().close();
  });

  test('an agreement under negotiation is simulated as if it were in force', async () => {
    const page = await world.openAs('privacyOfficer', '/agreements/police-welfare-checks');
    await page.getByText('Grants nothing now').waitFor();
    await page.getByRole('link', { name: 'Simulate what it would change' }).click();
    const grid = page.getByRole('grid', { name: /would begin/ });
    await grid.getByRole('button', { name: /No → (Yes|Depends).*Mental health treatment/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/simulator');
    await page.context().close();
  });

  test('two versions of an agreement show what is granted more, less, and otherwise', async () => {
    const page = await world.openAs('privacyOfficer', '/agreements/housing-for-clinicians');
    const changed = page.getByRole('region', { name: 'What changed between two versions' });
    const rows = await changed.getByRole('row').allTextContents();
    expect(rows.find((row) => row.includes('Housing income'))).toContain('Less');
    expect(rows.find((row) => row.includes('Where they stay'))).toContain('More');
    expect(rows.find((row) => /coordinated entry.*Treatment/.test(row))).toContain('Other conditions');
    await page.context().close();
  });

  test('a steward stops some categories, whoever asks is told, and the others stay open', async () => {
    const page = await world.openAs('steward', '/sharing');
    await page.getByRole('radio', { name: 'Some categories' }).check();
    await page.getByRole('checkbox', { name: 'Where they stay' }).check();
    await page.getByRole('textbox', { name: 'Why' }).fill('A form was wrong.');
    await page.getByLabel('I mean to stop what is chosen').check();
    await page.getByRole('button', { name: 'Stop sharing now' }).click();
    await page.getByRole('button', { name: 'Share again' }).waitFor();
    expect(await page.getByRole('region', { name: 'Stopped and lifted' }).textContent()).toContain(
      'Where they stay',
    );
    await page.getByRole('button', { name: 'Share again' }).click();
    await page.getByText('Your agency shares again as agreed.').waitFor();
    await page.context().close();
  });

  test('each section fails on its own: what could be stopped is out of reach, what is stopped is still told', async () => {
    world.door.turn((answer) => {
      const { data } = answer as { data?: { agreements?: unknown } };
      if (data?.agreements === undefined) return answer;
      const extensions = { code: 'SUBGRAPH_UNAVAILABLE', agency: 'governance' };
      return { data: { agreements: null }, errors: [{ message: '', path: ['agreements'], extensions }] };
    });
    const page = await world.openAs('steward', '/sharing');
    await page.getByText('Privacy office is not answering').waitFor();
    expect(await page.getByRole('region', { name: 'Stopped and lifted' }).textContent()).toContain('Lifted');
    world.door.turn(null);
    await page.getByRole('button', { name: /^Try again/ }).click();
    await page.getByText(/agencies stop receiving/).waitFor();
    await page.context().close();
  });

  test('a caseworker finds no way to the officers’ screens, and nothing on them', async () => {
    const page = await world.openAs('caseworker', '/agreements');
    await page.getByText(/^Withheld/).waitFor();
    expect(await page.getByRole('navigation', { name: 'Screens' }).count()).toBe(0);
    await page.context().close();
  });

  test('a system administrator sees how agencies answer, and nobody’s record', async () => {
    const page = await world.openAs('administrator', '/agencies');
    const housing = page.getByRole('listitem').filter({ hasText: 'Housing' });
    expect(await housing.textContent()).toMatch(/Answering.*Schema version[0-9a-f]{12}/);
    const names = await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').allTextContents();
    expect(names).toEqual(['Residents', 'Agencies’ health']);
    await page.context().close();
  });
});

async function proven(page: Page): Promise<void> {
  await page.getByText(/(\d+) of \1 records are proven to be in the signed log/).waitFor();
}
