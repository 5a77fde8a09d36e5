import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { addExplorerRoutes } from '../../gateway/src/http/static-files/index.ts';
import { buildExplorer } from '../../scripts/build-explorer/index.ts';
import { configurationTable } from '../../gateway/src/config/index.ts';
import { buildSupergraph } from '../../gateway/src/supergraph/index.ts';
import { faultsOf } from '../client-view/support/accessibility.ts';
import { describeInBrowser } from '../client-view/support/in-browser.ts';
import { startPage, type PageUnderTest } from '../client-view/support/start-page.ts';

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

const chooseExample = (page: Page, audience: string) => page.getByLabel('Example for').selectOption(audience);

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

  test('is asked with the keyboard alone', async () => {
    const { page } = await open('dark');
    await page
      .locator('.graphiql-query-editor textarea, .graphiql-query-editor .native-edit-context')
      .first()
      .focus();
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.withheld-list li, .withheld-list p', { timeout: 30_000 });
    await shot(page, 'explorer-dark');
    await page.waitForFunction(
      "/Withheld: \\d|Nothing is withheld/.test(document.querySelector('#withheld-title').textContent)",
    );
    await page.context().close();
  }, 90_000);

  test('breaks no rule of WCAG 2.2 AA but one of GraphiQL, whose tabs hold the buttons that close them', async () => {
    const { page } = await open();
    await chooseExample(page, 'Caseworker');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.waitForSelector('.withheld-one', { timeout: 30_000 });
    const faults = await faultsOf(page);
    expect(faults.filter((fault) => !fault.startsWith('nested-interactive at .graphiql-tab'))).toEqual([]);
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

describe('the configuration of the explorer', () => {
  test('has it off in production', async () => {
    expect(configurationTable()).toMatch(/`http\.explorer`[^\n]*`false` in production/);
  });
});
