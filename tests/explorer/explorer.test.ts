import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { addExplorerRoutes } from '../../gateway/src/http/static-files/index.ts';
import { buildExplorer } from '../../scripts/build-explorer/index.ts';
import { loadConfig } from '../../gateway/src/config/index.ts';
import { buildSupergraph } from '../../gateway/src/supergraph/index.ts';
import { faultsOf, overflowOf } from '../client-view/support/accessibility.ts';
import { describeInBrowser } from '../client-view/support/in-browser.ts';
import { Keyboard } from '../client-view/support/keyboard.ts';
import { startPage, type PageUnderTest } from '../client-view/support/start-page.ts';
import { openEndpoint } from '../clients/open-endpoint.ts';

const gateway = fileURLToPath(new URL('../../gateway/', import.meta.url));
const examplesFolder = `${gateway}explorer/examples`;
const examples = readdirSync(examplesFolder);

test.each(examples)('the example %s can be asked of the supergraph', (name) => {
  const { apiSchema } = buildSupergraph(readFileSync(`${gateway}supergraph.graphql`, 'utf8'));
  const document = parse(readFileSync(`${examplesFolder}/${name}`, 'utf8'));
  expect(validate(apiSchema, document)).toEqual([]);
});

test('where the explorer is not built, a page says so and how it is', async () => {
  const server = fastify();
  addExplorerRoutes(server, '/nowhere');
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${url}/explorer`);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('npm run build:explorer');
  await server.close();
});

const chooseExample = async (page: Page, audience: string): Promise<void> => {
  await page.getByLabel('Example for').selectOption(audience);
  await page.getByRole('button', { name: 'Open the example' }).click();
};

/** What was written, each in a tab of its own. */
const tabs = (page: Page) => page.locator('.graphiql-tab-button');

/** Whether the focus is where an editor is written in. */
const isWriting = (page: Page): Promise<boolean> =>
  page.evaluate("document.activeElement.matches('textarea, .native-edit-context')");

/** GraphiQL's tabs hold the buttons that close them. */
const faultsOfOurs = async (page: Page): Promise<readonly string[]> =>
  (await faultsOf(page)).filter((fault) => !/^nested-interactive at (li|\.graphiql-tab)/.test(fault));

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};

describeInBrowser('the explorer', () => {
  let world: PageUnderTest;

  beforeAll(async () => {
    await buildExplorer();
    world = await startPage();
  }, 180_000);

  afterAll(async () => world?.close());

  /** Opens it, and takes notes of what is loaded and of what the browser complains of. */
  const open = async (colorScheme: 'light' | 'dark' = 'light') => {
    await world.signIn('caseworker');
    const context = await world.browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(new URL('/explorer', world.door.url).href);
    await page.waitForSelector('.graphiql-query-editor .view-lines', { timeout: 30_000 });
    return { page, requests, complaints };
  };

  test('shows the answer, and beside it in words what is withheld and why', async () => {
    const { page, requests, complaints } = await open();
    await chooseExample(page, 'Caseworker');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.waitForSelector('.withheld-one', { timeout: 30_000 });
    await shot(page, 'explorer-light');
    const list = await page.locator('.withheld-list').innerText();
    expect(list).toMatch(/Withheld: \d+/);
    expect(list).toContain('benefits');
    expect(list).toContain('7 CFR 272.1(c)');
    expect(list).toContain('Ask the resident whether they consent');
    expect(
      requests.filter((url) => !['data:', 'blob:', world.door.url].some((own) => url.startsWith(own))),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  test('states the purpose that is chosen, and shows who asks', async () => {
    const { page } = await open();
    await page.getByLabel('Purpose of use').selectOption('TREAT');
    const asked = page.waitForRequest(
      (request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes('MyCaseload'),
    );
    await page.getByRole('button', { name: /Execute query/ }).click();
    expect((await asked).headers()).toMatchObject({
      'purpose-of-use': 'TREAT',
      'x-csrf-token': expect.any(String),
    });
    expect(await page.locator('.who').innerText()).toContain('caseworker');
    await page.context().close();
  }, 90_000);

  test('keeps nothing of an operation in the browser', async () => {
    const { page } = await open();
    await chooseExample(page, 'App developer');
    await page.getByRole('button', { name: /Execute query/ }).click();
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).not.toContain('resident');
    await page.context().close();
  }, 90_000);

  test('is asked with the keyboard alone, which leads into the editors and out of them again', async () => {
    const { page } = await open('dark');
    const keyboard = new Keyboard(page);
    const example = page.getByLabel('Example for');
    await keyboard.select(example, 'App developer');
    await keyboard.select(example, 'Caseworker');
    await keyboard.press(page.getByRole('button', { name: 'Open the example' }));
    expect(await tabs(page).count()).toBe(2);
    await keyboard.press(page.locator('.graphiql-query-editor .graphiql-editor'));
    expect(await isWriting(page)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.locator('.withheld-one').first().waitFor();
    await shot(page, 'explorer-dark');
    await page.keyboard.press('Tab');
    expect(await isWriting(page)).toBe(false);
    await keyboard.to(page.getByRole('region', { name: 'Result Window' }));
    await keyboard.to(example);
    await keyboard.press(page.getByRole('button', { name: /Execute query/ }));
    await page.context().close();
  }, 90_000);

  test('keeps what was written when the session ends, and goes on after a new sign-in', async () => {
    const { page } = await open();
    await chooseExample(page, 'Caseworker');
    world.door.expire();
    const execute = page.getByRole('button', { name: /Execute query/ });
    await execute.click();
    const notice = page.getByRole('alert').filter({ hasText: 'Your session is over' });
    await notice.waitFor();
    expect(await faultsOfOurs(page)).toEqual([]);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      notice.getByRole('link', { name: 'Sign in again' }).click(),
    ]);
    await tab.getByRole('heading', { name: 'You are signed in' }).waitFor();
    await tab.close();
    await execute.click();
    await page.locator('.withheld-one').first().waitFor();
    expect(await notice.count()).toBe(0);
    await page.context().close();
  }, 90_000);

  test('asks nothing in the name of somebody else who has signed in meanwhile, and shows them nothing of before', async () => {
    const { page } = await open();
    await chooseExample(page, 'Caseworker');
    expect(await tabs(page).count()).toBe(2);
    await world.signIn('counselor');
    const refusal = { errors: [{ message: '', extensions: { code: 'CSRF_REFUSED' } }] };
    await page.route('**/graphql', (route) => route.fulfill({ status: 403, json: refusal }), { times: 1 });
    const asked: string[] = [];
    await page.getByRole('button', { name: /Execute query/ }).click();
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await page.locator('.who', { hasText: 'counselor' }).waitFor();
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    expect(asked.filter((body) => body.includes('myCaseload'))).toEqual([]);
    expect(await tabs(page).count()).toBe(1);
    await page.context().close();
  }, 90_000);

  test('shows descriptions as text, whatever is written in them', async () => {
    const hostile =
      'Read <img src=x onerror="globalThis.broken = true"> [this](javascript:globalThis.broken=true)';
    world.door.turn((answer) => {
      const text = JSON.stringify(answer);
      return text.includes('__schema')
        ? (JSON.parse(text, (key, value: unknown) => (key === 'description' ? hostile : value)) as unknown)
        : answer;
    });
    const { page, requests, complaints } = await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const explorer = page.locator('.graphiql-doc-explorer');
    await explorer.locator('.graphiql-doc-explorer-type-name').first().click();
    await explorer.getByText('onerror').first().waitFor();
    expect(await explorer.locator('img, a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate<unknown>('globalThis.broken ?? null')).toBe(null);
    expect(requests.filter((url) => url.endsWith('/x'))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await faultsOfOurs(page)).toEqual([]);
    world.door.turn(null);
    await page.context().close();
  }, 90_000);

  test('breaks no rule of WCAG 2.2 AA but one of GraphiQL, whose tabs hold the buttons that close them', async () => {
    const { page } = await open();
    await chooseExample(page, 'Caseworker');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.waitForSelector('.withheld-one', { timeout: 30_000 });
    expect(await faultsOfOurs(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    expect(await faultsOfOurs(page)).toEqual([]);
    await shot(page, 'explorer-narrow');
    await page.context().close();
  }, 90_000);

  test('asks whoever is not signed in to do so', async () => {
    world.door.signIn(null);
    const page = await world.browser.newPage();
    await page.goto(new URL('/explorer', world.door.url).href);
    const link = page.getByRole('link', { name: 'Sign in' });
    expect(await link.getAttribute('href')).toBe('/sign-in?return=%2Fexplorer');
    await page.close();
  }, 60_000);
});

const explorerIn = (environment: Readonly<Record<string, string>>): boolean | null => {
  const flags = {
    'authentication.issuer': 'https://issuer.example',
    'authentication.audience': 'resident-graph',
    'authentication.jwksFile': 'keys.json',
  };
  const decision = loadConfig({ flags, environment });
  return decision.kind === 'loaded' ? decision.config.http.explorer : null;
};

describe('the configuration of the explorer', () => {
  test('has it off in production, unless somebody turns it on there', () => {
    expect(explorerIn({})).toBe(true);
    expect(explorerIn({ NODE_ENV: 'production' })).toBe(false);
    expect(explorerIn({ NODE_ENV: 'production', RESIDENT_GRAPH_EXPLORER: 'true' })).toBe(true);
  });

  test('a gateway that has it off serves neither its page nor its files', async () => {
    const endpoint = await openEndpoint({ 'http.explorer': 'false' });
    const status = async (path: string) => (await fetch(new URL(path, endpoint.url))).status;
    expect(await status('/explorer')).toBe(404);
    expect(await status('/explorer/assets/graphql.worker.js')).toBe(404);
    await endpoint.close();
  }, 120_000);
});
