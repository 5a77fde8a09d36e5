import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './support/in-browser.ts';
import { Keyboard } from './support/keyboard.ts';
import { startPage, type PageUnderTest } from './support/start-page.ts';

/** Each journey is gone with the keyboard alone. */
describeInBrowser('what people do with the page', () => {
  let world: PageUnderTest;
  const path = (screen = ''): string => `/residents/${world.residentId}${screen}`;

  beforeAll(async () => {
    world = await startPage();
  }, 120_000);

  afterAll(async () => world?.close());

  test('a caseworker finds a resident whose name is misspelt', async () => {
    const page = await world.openAs('caseworker', '/');
    const keyboard = new Keyboard(page);
    await keyboard.write(page.getByLabel('Given name'), 'Alysa');
    await keyboard.write(page.getByLabel('Surname'), 'Jaxon');
    await page.keyboard.press('Enter');
    const found = page.getByRole('link', { name: 'JACKSON, Alyssa Lauren' });
    await found.waitFor();
    expect(await page.getByText(/Matched on .*surname/).count()).toBeGreaterThan(0);
    expect(page.url()).toBe(`${world.door.url}/`);
    await keyboard.press(found);
    await page.getByRole('heading', { level: 1, name: 'JACKSON, Alyssa Lauren' }).waitFor();
    await page.waitForFunction("document.activeElement?.tagName === 'H1'");
    expect(await page.title()).toBe('Resident Graph');
    await page.goBack();
    await page.getByRole('heading', { name: 'My caseload' }).waitFor();
    await page.context().close();
  });

  test('a resident revokes a consent and the counselor reads why treatment is withheld, consents anew and it appears', async () => {
    const before = await world.openAs('counselor', path());
    await treatmentOf(before).getByText('Admitted').first().waitFor();
    await before.context().close();

    const revoking = await world.openAs('resident', path());
    const consents = revoking.getByRole('region', { name: 'Consents' });
    const revokingBy = new Keyboard(revoking);
    await revokingBy.press(consents.getByRole('button', { name: 'Revoke' }));
    await revokingBy.press(consents.getByRole('button', { name: 'Revoke' }));
    await revoking.getByText('The consent is revoked.').waitFor();
    await revoking.context().close();

    const without = await world.openAs('counselor', path());
    await treatmentOf(without).getByText('Withheld: the resident has not consented').first().waitFor();
    const why = treatmentOf(without).getByRole('button', { name: /^Why\?/ });
    await new Keyboard(without).press(why.first());
    const dialog = without.getByRole('dialog', { name: /^Why you do not see/ });
    expect(await dialog.textContent()).toContain('no consent is on file');
    await without.keyboard.press('Escape');
    await without.waitForFunction("document.activeElement?.textContent?.includes('Why?')");
    await without.context().close();

    const consenting = await world.openAs('resident', path());
    const keyboard = new Keyboard(consenting);
    const box = (name: string): Locator => consenting.getByRole('checkbox', { name, exact: true });
    await keyboard.press(consenting.getByRole('link', { name: 'Record a consent' }));
    await keyboard.select(consenting.getByLabel('Kind of consent'), 'TREATMENT_PAYMENT_OPERATIONS');
    await keyboard.select(consenting.getByLabel('Who may share'), 'behavioral-health');
    await keyboard.tick(box('Substance-use treatment'));
    await keyboard.tick(box('The behavioral health section'));
    await keyboard.tick(box('Behavioral health'));
    await keyboard.tick(box('Treatment'));
    await keyboard.press(consenting.getByRole('button', { name: 'Record the consent' }));
    await consenting.getByText('The consent is recorded and counts now.').waitFor();
    await consenting.context().close();

    const after = await world.openAs('counselor', path());
    await treatmentOf(after).getByText('Admitted').first().waitFor();
    await after.context().close();
  });

  test('a caseworker cannot consent their own unit in, and is told how it is done', async () => {
    const page = await world.openAs('caseworker', path());
    await new Keyboard(page).press(page.getByRole('button', { name: 'Why? HIV status' }).first());
    const dialog = page.getByRole('dialog', { name: 'Why you do not see HIV status' });
    expect(await dialog.textContent()).toContain('An officer of Housing records it, or the resident');
    expect(await dialog.getByRole('link').count()).toBe(0);
    await page.context().close();
  });

  test('a physician breaks the glass, closes it, and the privacy officer reviews it', async () => {
    const page = await world.openAs('physician', path());
    const keyboard = new Keyboard(page);
    await keyboard.press(page.getByRole('link', { name: 'Break the glass' }));
    await page.getByRole('heading', { name: /Stop/ }).waitFor();
    await keyboard.choose(page.getByRole('radio', { name: /Medical emergency/ }));
    await keyboard.tick(page.getByRole('checkbox', { name: 'Behavioral health' }));
    await keyboard.write(page.getByLabel(/What is happening/), 'Found unconscious, an overdose is likely.');
    await keyboard.press(page.getByRole('button', { name: 'Open the records now' }));
    await page.getByText('Emergency access is open').first().waitFor();
    await keyboard.press(page.getByRole('button', { name: 'Close it now' }));
    await page.getByText('Emergency access is closed.').waitFor();
    await page.context().close();

    const review = await world.openAs('privacyOfficer', '/reviews');
    await review.getByText('Found unconscious, an overdose is likely.').waitFor();
    const reviewing = new Keyboard(review);
    await reviewing.choose(review.getByLabel(/There was such an emergency|Justified/).first());
    await reviewing.write(review.getByLabel('Why', { exact: true }), 'The ambulance report says the same.');
    await reviewing.press(review.getByRole('button', { name: 'Write down the review' }));
    await review.getByText('The review is written down.').waitFor();
    await review.getByText('Nothing waits for a review.').waitFor();
    await review.context().close();
  });

  test('an agency is down: its section says so, the others stand, and it alone is asked again', async () => {
    await world.agencies.get('housing')?.stop();
    const page = await world.openAs('caseworker', path());
    const housing = page.getByRole('region', { name: 'Housing' });
    await housing.getByText('Housing is not answering').waitFor();
    expect(await page.getByRole('region', { name: 'Justice' }).getByText('2025-CF').count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Needs attention' }).textContent()).toContain(
      'Housing is not answering',
    );
    await world.agencies.get('housing')?.heal();
    world.door.graphqlRequests();
    const keyboard = new Keyboard(page);
    await expectAnswer(async () => {
      await keyboard.press(housing.getByRole('button', { name: 'Try again Housing' }));
      await housing.getByText('Tidewick Supportive Housing').waitFor({ timeout: 3000 });
    });
    await page.context().close();
  });

  test('a session expires in mid-work, and nothing that was typed is lost', async () => {
    const page = await world.openAs('physician', path('/break-glass'));
    const keyboard = new Keyboard(page);
    await keyboard.write(page.getByLabel(/What is happening/), 'Written before the session ended.');
    world.door.expire();
    await page.evaluate("dispatchEvent(new Event('focus'))");
    const ended = page.getByRole('dialog', { name: 'You have been signed out' });
    await ended.waitFor();
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      keyboard.press(ended.getByRole('link', { name: /Sign in again/ })),
    ]);
    await tab.getByRole('heading', { name: 'You are signed in' }).waitFor();
    await tab.close();
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await ended.waitFor({ state: 'detached' });
    expect(await page.getByLabel(/What is happening/).inputValue()).toBe('Written before the session ended.');
    await page.context().close();
  });

  test('warns before the session ends, and stays when asked to', async () => {
    const page = await world.openAs('caseworker', '/');
    world.door.endIn(1.5);
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await page.getByRole('dialog', { name: 'You will soon be signed out' }).waitFor();
    await new Keyboard(page).press(page.getByRole('button', { name: 'Stay signed in' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByText('15 min left').count()).toBe(1);
    await page.context().close();
  });

  test('a resident sees who looked, and for what', async () => {
    await (await world.openAs('officer', path())).context().close();
    const page = await world.openAs('resident', '/');
    await new Keyboard(page).press(page.getByRole('link', { name: 'See who looked at this record' }));
    const row = page.getByRole('row', { name: /officer-1/ }).first();
    await row.waitFor();
    expect(await row.textContent()).toContain('Legal proceedings');
    expect(await row.textContent()).toContain('Court records');
    await page.context().close();
  });

  test('a steward stops what the agency shares, a caseworker is told so, and it is shared again', async () => {
    const steward = await world.openAs('steward', '/sharing');
    const keyboard = new Keyboard(steward);
    await keyboard.write(steward.getByRole('textbox', { name: 'Why' }), 'A file was lost.');
    await keyboard.tick(steward.getByLabel('I mean to stop everything that my agency shares'));
    await keyboard.press(steward.getByRole('button', { name: 'Stop sharing now' }));
    await steward.getByText('Your agency shares nothing now.').waitFor();
    await steward.context().close();
    const caseworker = await world.openAs('caseworker', path());
    await expectAnswer(async () => {
      await caseworker.reload();
      await caseworker
        .getByText('Withheld: Housing has stopped sharing it')
        .first()
        .waitFor({ timeout: 3000 });
    });
    await caseworker.context().close();
    const later = await world.openAs('steward', '/sharing');
    await new Keyboard(later).press(later.getByRole('button', { name: 'Share again' }));
    await later.getByText('Your agency shares again as agreed.').waitFor();
    await later.context().close();
  });

  test('the timeline is walked through with arrow keys, and says what it shows', async () => {
    const page = await world.openAs('caseworker', path());
    const picture = page.getByRole('application', { name: /Timeline/ });
    await new Keyboard(page).to(picture);
    await page.keyboard.press('End');
    await page.locator('#timeline-chosen strong').waitFor();
    const first = await page.locator('#timeline-chosen').textContent();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(200);
    const second = await page.locator('#timeline-chosen').textContent();
    expect(first).toMatch(/\d{2}-[A-Z][a-z]{2}-\d{4}/);
    expect(second).not.toBe(first);
    await page.context().close();
  });

  test('speaks Spanish, and remembers that it does', async () => {
    const page = await world.openAs('caseworker', path());
    await new Keyboard(page).select(page.getByLabel('Language'), 'es');
    await page.getByRole('heading', { name: 'Requiere atención' }).waitFor();
    await page.reload();
    await page.getByText('Reservado: una ley lo protege').first().waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
    await page.context().close();
  });
});

function treatmentOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Behavioral health' });
}

/** Tries a few times: what was changed elsewhere takes a moment to be in force. */
async function expectAnswer(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}
