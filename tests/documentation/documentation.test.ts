import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { chromium, type Browser } from 'playwright-core';
import { createDocumentation } from '../../gateway/src/documentation/index.ts';
import { catalogue } from '../../gateway/src/errors/index.ts';
import { buildClientView } from '../../scripts/build-client-view/index.ts';
import { faultsOf, overflowOf } from '../client-view/support/accessibility.ts';
import { chromiumPath, describeInBrowser } from '../client-view/support/in-browser.ts';
import { openEndpoint, type Endpoint } from '../clients/open-endpoint.ts';

const largestPage = 300_000;

describe('the documentation', () => {
  let endpoint: Endpoint;

  beforeAll(async () => {
    await buildClientView();
    endpoint = await openEndpoint();
  }, 120_000);

  afterAll(async () => endpoint?.close());

  const read = async (path: string, token: string | null = endpoint.token) => {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(new URL(path, endpoint.url), { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('is for those who are known', async () => {
    expect((await read('/docs', null)).status).toBe(401);
    expect((await read('/docs', 'no token')).status).toBe(401);
    expect((await read('/docs')).status).toBe(200);
  });

  test('tells of a field its standard element, agency, category, and who may see it by which agreement', async () => {
    const { text } = await read('/docs/types/TreatmentAdmission');
    expect(text).toContain('TEDS MDS 5');
    expect(text).toContain('href="/docs/agencies/behavioral-health"');
    expect(text).toContain('href="/docs/categories/sud-treatment"');
    expect(text).toMatch(
      /sud-counselor of [\w-]+, for [^<]*TREAT[^<]*, by [^<]*treatment-disclosure-by-consent/,
    );
  });

  test('tells of a category who may see it, for what, and what depends on the resident', async () => {
    const { text } = await read('/docs/categories/sud-treatment');
    expect(text).toContain('42 CFR');
    expect(text).toMatch(/sud-counselor[^]*TREAT[^]*treatment records/);
  });

  test('tells of each agency how fresh an answer is, and by which fields its records say as of when they are', async () => {
    expect((await read('/docs/agencies/housing')).text).toContain('HousingEnrollment.updatedAt');
    const { text } = await read('/docs/agencies/justice');
    expect(text).toContain('Its records do not tell as of when they are.');
    const field = (await read('/docs/types/HousingEnrollment')).text;
    expect(field).toMatch(
      /housing<\/a> with every request[^.]*as of when the record is stands in[^.]*updatedAt/,
    );
  });

  test('has every error that clients can meet', async () => {
    const { text } = await read('/docs/errors');
    const codes = catalogue.filter(({ audience }) => audience === 'client').map(({ code }) => code);
    expect(codes.filter((code) => !text.includes(`id="${code}"`))).toEqual([]);
  });

  test('has a page for every type, with every field, none larger than a browser likes', async () => {
    const schema = buildSchema((await read('/docs/schema.graphql')).text);
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    for (const type of types) {
      // oxlint-disable-next-line no-await-in-loop
      const { status, text } = await read(`/docs/types/${type.name}`);
      expect({ type: type.name, status }).toEqual({ type: type.name, status: 200 });
      expect(text.length).toBeLessThan(largestPage);
      const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
      expect(fields.filter((field) => !text.includes(`id="${field}"`))).toEqual([]);
    }
  }, 60_000);

  test('finds fields by a standard element, and writes what was looked for as text', async () => {
    expect((await read('/docs/search?find=MDS+5')).text).toContain('TreatmentAdmission.admissionDate');
    const { text } = await read(`/docs/search?find=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script');
  });

  test('says that there is no such page', async () => {
    expect((await read('/docs/types/Nothing')).status).toBe(404);
    expect((await read('/docs/types/__proto__')).status).toBe(404);
  });

  test('keeps the supergraph for those who review policies', async () => {
    expect((await read('/docs/supergraph.graphql')).status).toBe(403);
    const { status, text } = await read('/docs/supergraph.graphql', endpoint.officersToken);
    expect(status).toBe(200);
    expect(text).toContain('@policy');
  });

  test('runs no script and loads nothing from elsewhere', async () => {
    const { headers, text } = await read('/docs');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(text).not.toMatch(/<script|style="|(?:src|href)="https?:/);
  });
});

/** The documentation of a schema with one category. */
function documentationOf(
  sdl: string,
  category: { readonly name: string },
  agreements: readonly object[] = [],
) {
  const sources = {
    supergraph: () => ({ id: '', sdl, apiSchema: buildSchema(sdl), agencies: [{ name: 'housing' }] }),
    policy: () => ({ digest: '', categoriesOf: () => [category] }),
    rules: () => ({
      parts: {
        agreements,
        statutes: [],
        catalogue: [category],
        requirements: { coordinates: [] },
        state: { declarations: [], restrictions: [] },
      },
    }),
    catalogue: [category],
    introspection: true,
  };
  return createDocumentation(sources as unknown as Parameters<typeof createDocumentation>[0]);
}

describe('the documentation by configuration', () => {
  test('writes what schemas and policies say as text, whatever they say', async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const sdl = `${JSON.stringify(hostile)} type Query { ${JSON.stringify(hostile)} stay(of: ID! = "<b>"): String @deprecated(reason: ${JSON.stringify(hostile)}) }`;
    const category = {
      name: 'stay',
      agency: 'housing',
      description: hostile,
      authority: [hostile],
      sensitivity: 'high',
    };
    const { read } = documentationOf(sdl, category);
    const layout = { stylesheet: null, hasExplorer: false };
    for (const path of [
      '/docs/types/Query',
      '/docs/categories/stay',
      '/docs/agencies/housing',
      '/docs/search',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- each in its turn
      const { status, body } = await read({ path, find: 'script', reader: null }, layout);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(body).toContain('&#60;script&#62;');
      expect(body).not.toMatch(/<script|<img|<b>/);
    }
  });

  test('says of each category that too many may ask to list who may see it, and tells all else', async () => {
    const category = {
      name: 'stay',
      agency: 'housing',
      description: 'Stays.',
      authority: ['24 CFR'],
      sensitivity: 'high',
    };
    const roles = Array.from({ length: 20_001 }, (_, index) => `role-${index}`);
    const agreement = {
      recipients: [{ agency: 'benefits', roles }],
      grants: [{ categories: ['stay'], purposes: ['ELIGDTRM'] }],
    };
    const { read } = documentationOf('type Query { stay: String }', category, [agreement]);
    const layout = { stylesheet: null, hasExplorer: false };
    for (const path of ['/docs/categories/stay', '/docs/types/Query']) {
      // oxlint-disable-next-line no-await-in-loop -- each in its turn
      const { status, body } = await read({ path, find: '', reader: null }, layout);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(body).toContain('agreements name too many roles and purposes');
    }
    const supergraph = await read({ path: '/docs/supergraph.graphql', find: '', reader: null }, layout);
    expect(supergraph.status).toBe(403);
  });

  test('is open to everybody, without the supergraph and without the schema where introspection is off', async () => {
    const endpoint = await openEndpoint({
      'http.documentation': 'open',
      'operations.introspection': 'false',
    });
    const status = async (path: string) => (await fetch(new URL(path, endpoint.url))).status;
    expect(await status('/docs')).toBe(200);
    expect(await status('/docs/schema.graphql')).toBe(403);
    expect(await status('/docs/supergraph.graphql')).toBe(403);
    await endpoint.close();
  }, 120_000);
});

describeInBrowser('the documentation in a browser', () => {
  let endpoint: Endpoint;
  let browser: Browser;

  beforeAll(async () => {
    await buildClientView();
    endpoint = await openEndpoint({ 'http.documentation': 'open' });
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await endpoint?.close();
  });

  const paths = [
    '/docs',
    '/docs/types',
    '/docs/types/TreatmentAdmission',
    '/docs/types/ResidentSearchInput',
    '/docs/types/BenefitsReason',
    '/docs/categories',
    '/docs/categories/sud-treatment',
    '/docs/agencies/housing',
    '/docs/errors',
    '/docs/search?find=address',
    '/docs/search',
    '/docs/nothing',
  ];
  const looks = [
    { name: 'light', colorScheme: 'light', width: 1280 },
    { name: 'dark', colorScheme: 'dark', width: 1280 },
    { name: 'narrow', colorScheme: 'light', width: 320 },
  ] as const;

  test.each(looks)(
    'breaks no rule of WCAG 2.2 AA: $name',
    async ({ name, colorScheme, width }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: true,
      });
      const page = await context.newPage();
      for (const path of paths) {
        // oxlint-disable-next-line no-await-in-loop
        await page.goto(new URL(path, endpoint.url).href);
        // oxlint-disable-next-line no-await-in-loop
        expect({ path, faults: await faultsOf(page), wider: await overflowOf(page) }).toEqual({
          path,
          faults: [],
          wider: 0,
        });
        const folder = process.env['SCREENSHOTS'];
        // oxlint-disable-next-line no-await-in-loop
        if (folder) await page.screenshot({ path: `${folder}/${name}${path.replaceAll(/\W/g, '-')}.png` });
      }
      await context.close();
    },
    120_000,
  );
});
