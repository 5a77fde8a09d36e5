import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describeInBrowser } from './support/in-browser.ts';
import { startPage, type PageUnderTest } from './support/start-page.ts';

const kilobyte = 1024;

describeInBrowser('what the page takes, and what it keeps', () => {
  let world: PageUnderTest;

  beforeAll(async () => {
    world = await startPage();
  }, 120_000);

  afterAll(async () => world?.close());

  /** Opens a screen and takes notes of everything that is loaded, and of what the browser complains of. */
  const record = async (path: string, heading = '') => {
    const loaded: { readonly url: string; readonly size: number }[] = [];
    const complaints: string[] = [];
    const blank = await world.openAs('caseworker', '/signed-in');
    const context = blank.context();
    await blank.close();
    const page = await context.newPage();
    await page.addInitScript("sessionStorage.setItem('purpose', 'HOUSING_PLACEMENT')");
    await page.addInitScript(noteWhatIsNeeded(heading));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => void note(response));
    const note = async (response: Response): Promise<void> => {
      const bytes = await response.body().catch(() => Buffer.alloc(0));
      loaded.push({ url: response.url(), size: gzipSync(bytes, { level: 9 }).length });
    };
    await page.goto(new URL(path, world.door.url).href);
    await page.waitForLoadState('networkidle');
    return { page, loaded, complaints };
  };
  const resident = (): string => `/residents/${world.residentId}`;

  test.each([
    ['my residents', '/', 'My caseload'],
    ['a resident', 'resident', 'Needs attention'],
  ])(
    'the first view needs less than 30 KB of scripts and 30 KB of styles, compressed: %s',
    async (_, path, heading) => {
      const { page, loaded } = await record(path === '/' ? path : resident(), heading);
      await page.getByRole('heading', { level: 2, name: heading }).first().waitFor();
      const needed = await page.evaluate<readonly string[]>('globalThis.neededForFirstView');
      const sizeOf = (extension: string): number =>
        loaded.reduce(
          (sum, { url, size }) => (url.endsWith(extension) && needed.includes(url) ? sum + size : sum),
          0,
        );
      expect(sizeOf('.js')).toBeGreaterThan(10 * kilobyte);
      expect(sizeOf('.js')).toBeLessThan(30 * kilobyte);
      expect(sizeOf('.css')).toBeGreaterThan(kilobyte);
      expect(sizeOf('.css')).toBeLessThan(30 * kilobyte);
      await page.context().close();
    },
  );

  test('asks nobody but its own origin, under a policy without unsafe-*, and the browser complains of nothing', async () => {
    const { page, loaded, complaints } = await record(resident());
    expect(loaded.filter(({ url }) => !url.startsWith(world.door.url) && !url.startsWith('data:'))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    const response = await page.request.get(`${world.door.url}/`);
    const policy = response.headers()['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    await page.context().close();
  });

  test('shows a whole resident from one GraphQL request, by the id of a trusted document', async () => {
    const bodies: string[] = [];
    const page = await world.openAs('caseworker', '/signed-in');
    page.on(
      'request',
      (request) => request.url().endsWith('/graphql') && bodies.push(request.postData() ?? ''),
    );
    world.door.graphqlRequests();
    await page.goto(new URL(resident(), world.door.url).href);
    await page.getByRole('heading', { name: 'Justice' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(world.door.graphqlRequests()).toBe(1);
    expect(Object.keys(JSON.parse(bodies[0] ?? '{}') as object)).toEqual(['documentId', 'variables']);
    await page.context().close();
  });

  test.each([
    ['a resident', () => resident()],
    ['my residents', () => '/'],
  ])('asks what a screen shows once, while all that draws it is still on its way: %s', async (_, path) => {
    const page = await world.openAs('caseworker', '/signed-in');
    const asked = page.waitForRequest((request) => request.url().endsWith('/graphql'));
    await page.route('**/assets/page-*.js', async (route) => {
      await asked;
      await route.continue();
    });
    world.door.graphqlRequests();
    await page.goto(new URL(path(), world.door.url).href);
    await page.getByRole('combobox', { name: 'Purpose of use' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.loading').count()).toBe(0);
    expect(world.door.graphqlRequests()).toBe(1);
    await page.context().close();
  });

  test('says so where a part of the page does not arrive, and tries again when told to', async () => {
    const page = await world.openAs('caseworker', '/signed-in');
    await page.route('**/assets/timeline-*.js', (route) => route.abort(), { times: 1 });
    await page.goto(new URL(resident(), world.door.url).href);
    const missing = page.getByRole('alert').filter({ hasText: 'Try again' });
    await missing.getByRole('button').click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(await missing.count()).toBe(0);
    await page.context().close();
  });

  test('says so where the gateway is too busy to tell who is signed in, and tries again by itself', async () => {
    const page = await world.openAs('caseworker', '/signed-in');
    await page.clock.install();
    await page.route('**/session', (route) => route.fulfill({ status: 503 }));
    await page.goto(new URL(resident(), world.door.url).href);
    await page.getByText('It is asked again soon.').waitFor();
    await page.unroute('**/session');
    await page.clock.fastForward(30_000);
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.context().close();
  });

  test('asks nothing ahead for a purpose that the person may not state', async () => {
    const page = await world.openAs('caseworker', '/signed-in');
    await page.addInitScript("sessionStorage.setItem('purpose', 'CURIOSITY')");
    world.door.graphqlRequests();
    await page.goto(new URL(resident(), world.door.url).href);
    await page.getByRole('heading', { name: 'Why are you asking today?' }).waitFor();
    expect(world.door.graphqlRequests()).toBe(0);
    await page.context().close();
  });

  test('leaves nothing personal in the address, the title, the history or the storage', async () => {
    const page = await world.openAs('caseworker', '/');
    await page.getByLabel('Given name').fill('Alyssa');
    await page.getByLabel('Surname').fill('Jackson');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'JACKSON, Alyssa Lauren' }).click();
    await page.getByRole('heading', { level: 1, name: /JACKSON/ }).waitFor();
    const kept = await page.evaluate<string>(
      'JSON.stringify([location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie])',
    );
    expect(JSON.parse(kept)).toEqual([
      new URL(resident(), world.door.url).href,
      'Resident Graph',
      null,
      {},
      { purpose: 'HOUSING_PLACEMENT' },
      '',
    ]);
    await page.context().close();
  });
});

/** In the page: notes what had been loaded at the moment when a heading first stood there. */
function noteWhatIsNeeded(heading: string): string {
  return `new MutationObserver((_, observer) => {
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    if (!headings.some((text) => text.startsWith(${JSON.stringify(heading)}))) return;
    observer.disconnect();
    globalThis.neededForFirstView = performance.getEntriesByType('resource').map(({ name }) => name);
  }).observe(document, { childList: true, subtree: true });`;
}
