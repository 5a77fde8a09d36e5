import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/in-browser.ts';
import { Keyboard } from './support/keyboard.ts';
import { startPage, type PageUnderTest } from './support/start-page.ts';

interface LedgerAnswer {
  readonly data?: {
    readonly disclosuresOfMyAgency?: {
      readonly edges: { readonly node: { subject: string; proof: { leafHash: string } | null } }[];
    };
  };
}

/** Each of them with the keyboard alone. */
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
    const keyboard = new Keyboard(page);
    await proven(page);
    await keyboard.write(page.getByLabel('Person (sign-in name)'), 'counselor-1');
    await keyboard.write(page.getByLabel('Resident ID'), world.residentId);
    await keyboard.press(page.getByRole('button', { name: 'Search', exact: true }));
    await page
      .getByRole('row', { name: /counselor-1/ })
      .first()
      .waitFor();
    expect(await page.getByRole('row', { name: /caseworker-1/ }).count()).toBe(0);
    await proven(page);
    await keyboard.press(page.getByRole('button', { name: /^How/ }).first());
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

  test('a search that has not come to the end of the ledger yet says so, and goes on', async () => {
    type Found = NonNullable<LedgerAnswer['data']>['disclosuresOfMyAgency'];
    let [pages, record] = [0, null as unknown];
    world.door.turn((answer) => {
      const found = (answer as { readonly data?: { disclosuresOfMyAgency?: Found } }).data;
      if (found?.disclosuresOfMyAgency === undefined) return answer;
      record ??= found.disclosuresOfMyAgency?.edges[0];
      pages += 1;
      const pageInfo = { hasNextPage: pages < 6, endCursor: `~${pages}` };
      return { data: { disclosuresOfMyAgency: { edges: pages < 6 ? [] : [record], pageInfo } } };
    });
    const page = await world.openAs('privacyOfficer', '/ledger');
    await page.getByText('Nothing in what has been read so far.').waitFor();
    expect(pages).toBe(4);
    expect(await page.getByText('The ledger has nothing like that.').count()).toBe(0);
    await new Keyboard(page).press(page.getByRole('button', { name: 'Read on' }));
    await proven(page);
    expect(pages).toBe(6);
    expect(await page.getByRole('button', { name: 'Read on' }).count()).toBe(0);
    world.door.turn(null);
    await page.context().close();
  });

  test('a browser that cannot verify says that, and accuses nobody of forgery', async () => {
    const page = await world.openAs('privacyOfficer', '/signed-in');
    await page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    await page.goto(new URL('/ledger', world.door.url).href);
    await page.getByText('Cannot be checked here').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByText('Does not verify').count()).toBe(0);
    await page.context().close();
  });

  test('what is found is saved as a table for spreadsheets, with the hash of each record', async () => {
    const page = await world.openAs('privacyOfficer', '/ledger');
    await proven(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      new Keyboard(page).press(page.getByRole('button', { name: 'Save as CSV' })),
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
    await new Keyboard(page).to(grid.locator('button[tabindex="0"]'));
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

  test('the simulator compares a leap day with a day that the next year has', async () => {
    world.door.stopClock('2028-02-29T12:00:00Z');
    const page = await world.openAs('privacyOfficer', '/simulator');
    await page.getByRole('grid').waitFor();
    await new Keyboard(page).select(page.getByLabel('Compare'), 'dates');
    const days = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('input[type=date]')].map(({ value }) => value)",
    );
    expect(days).toEqual(['2028-02-29', '2029-03-01']);
    world.door.stopClock(null);
    await page.context().close();
  });

  test('an agreement under negotiation is simulated as if it were in force', async () => {
    const page = await world.openAs('privacyOfficer', '/agreements/police-welfare-checks');
    await page.getByText('Grants nothing now').waitFor();
    await new Keyboard(page).press(page.getByRole('link', { name: 'Simulate what it would change' }));
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
    const keyboard = new Keyboard(page);
    const stop = page.getByRole('button', { name: 'Stop sharing now' });
    await keyboard.choose(page.getByRole('radio', { name: 'Some categories' }));
    await keyboard.tick(page.getByRole('checkbox', { name: 'Where they stay' }));
    await keyboard.write(page.getByRole('textbox', { name: 'Why' }), 'A form was wrong.');
    await keyboard.tick(page.getByLabel('I mean to stop what is chosen'));
    await keyboard.press(stop);
    await page.getByText('Your agency shares what was chosen no more.').waitFor();
    await page.getByRole('button', { name: 'Share again' }).waitFor();
    const stopped = page.getByRole('region', { name: 'Stopped and lifted' });
    expect(await stopped.textContent()).toContain('Where they stay');
    await keyboard.press(stop);
    expect(await page.getByRole('alert').textContent()).toBe('Say why, and tick that you mean it.');
    expect(await stopped.getByRole('listitem').count()).toBe(1);
    await keyboard.press(page.getByRole('button', { name: 'Share again' }));
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
    await new Keyboard(page).press(page.getByRole('button', { name: /^Try again/ }));
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
