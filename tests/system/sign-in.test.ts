import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath, describeInBrowser } from '../client-view/support/in-browser.ts';
import { demonstrationAccounts, showcaseResidentId } from '../../scripts/demo/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const residentId = showcaseResidentId(1);
const accounts = demonstrationAccounts(residentId).map(({ title }) => title);

/** What is seen of one field of each agency about the resident of the demonstration. */
const question = `query Seen($id: ID!) {
  resident(id: $id) {
    name { surname }
    housing { enrollments(first: 1) { edges { node { entryDate } } } }
    behavioralHealth { substanceUseTreatment { admissions(first: 1) { edges { node { admissionDate } } } } }
    justice { bookings(first: 1) { edges { node { bookingDate } } } }
  }
}`;

const seenBy: Readonly<Record<string, readonly string[]>> = {
  'Housing caseworker': ['name', 'housing'],
  'SNAP eligibility worker': ['name'],
  'SUD counselor, with consent': ['name', 'treatment'],
  'SUD counselor, without consent': ['name'],
  'Probation officer': ['name', 'bookings'],
  'Emergency physician': ['name'],
  Resident: ['name', 'housing', 'treatment', 'bookings'],
  'Privacy officer': ['name', 'treatment'],
  'Agency data steward': ['name'],
  'Steward of the resident index': ['name'],
  'Privacy officer of the resident index': ['name'],
  Researcher: [],
  'System administrator': [],
};

const breakGlass = `mutation Open($id: ID!) {
  openBreakGlass(input: {
    residentId: $id, agencies: ["behavioral-health"], reason: MEDICAL_EMERGENCY,
    justification: "Unconscious on arrival at the emergency department.", minutes: 30
  }) { id }
}`;

interface Seen {
  readonly name?: unknown;
  readonly housing?: unknown;
  readonly behavioralHealth?: { readonly substanceUseTreatment?: unknown } | null;
  readonly justice?: { readonly bookings?: unknown } | null;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describeInBrowser('signing in', () => {
  let folder: string;
  let demonstration: ChildProcess;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-sign-in-'));
    const words = ['--json', '--port', '0', '--residents', '120', '--data', join(folder, 'data')];
    demonstration = spawn('npm', ['start', '--silent', '--', ...words], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const lines = createInterface({ input: demonstration.stdout ?? process.stdin });
    const [line] = (await once(lines, 'line')) as [string];
    lines.close();
    ({ origin } = new URL((JSON.parse(line) as { readonly url: string }).url));
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    const ended = once(demonstration, 'exit');
    if (demonstration.exitCode === null) process.kill(-(demonstration.pid ?? 0), 'SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  /** A browser of its own, at a page where scripts may ask the gateway. */
  async function signedIn(account: string): Promise<Page> {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${origin}/sign-in?return=/health/live`);
    await page.getByRole('button', { name: account, exact: true }).click();
    await page.waitForURL('**/health/live');
    return page;
  }

  test('there is an account for everybody of whom is told what they see', () => {
    expect(accounts).toEqual(Object.keys(seenBy).filter((title) => accounts.includes(title)));
    expect(accounts).toHaveLength(Object.keys(seenBy).length);
  });

  test.each(accounts)('%s signs in and sees what is theirs to see', async (account) => {
    const page = await signedIn(account);
    const answer = await ask(page, question, { id: residentId });
    expect(partsSeen(answer)).toEqual(seenBy[account]);
    await page.context().close();
  });

  test('a script of the page cannot read the cookies, which browsers keep from every other host', async () => {
    const page = await signedIn('Housing caseworker');
    expect(await page.evaluate('document.cookie')).toBe('');
    const cookies = (await page.context().cookies()).filter(({ name }) => name === '__Host-session');
    expect(cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
    await page.context().close();
  });

  test('signing out in one tab signs out the other', async () => {
    const page = await signedIn('Housing caseworker');
    const other = await page.context().newPage();
    await other.goto(`${origin}/health/live`);
    expect(partsSeen(await ask(other, question, { id: residentId }))).toEqual(['name', 'housing']);
    const before = await sessionOf(other);
    const { location } = await post<{ readonly location: string }>(page, '/sign-out', {}, before);
    await page.goto(location);
    expect(new URL(page.url()).origin).toBe(origin);
    expect(codeOf(await post(other, '/graphql', { query: question }, before))).toBe('UNAUTHENTICATED');
    await page.context().close();
  });

  test('a page of another origin asks nothing with the session, not even of the same host', async () => {
    const page = await signedIn('Housing caseworker');
    const { csrfToken } = await sessionOf(page);
    const other = await page.context().newPage();
    await other.goto(`${origin.replace('127.0.0.1', 'localhost')}/health/live`);
    const attempt = async (credentials: boolean): Promise<unknown> =>
      other.evaluate(
        async ({ url, token, withCookie }) => {
          const response = await fetch(url, {
            method: 'POST',
            mode: withCookie ? 'no-cors' : 'cors',
            credentials: 'include',
            headers: withCookie ? {} : { 'content-type': 'application/json', 'x-csrf-token': token },
            body: '{"query":"{ __typename }"}',
          }).catch(() => null);
          return response === null ? 'no answer' : response.status;
        },
        { url: `${origin}/graphql`, token: csrfToken, withCookie: credentials },
      );
    expect(await attempt(false)).toBe('no answer');
    expect(await attempt(true)).toBe('no answer');
    await page.context().close();
  });

  test('the glass is broken after a step-up and not before', async () => {
    const page = await signedIn('Emergency physician');
    expect(codeOf(await ask(page, breakGlass, { id: residentId }))).toBe('STEP_UP_REQUIRED');
    await page.goto(`${origin}/sign-in/step-up?return=/health/live`);
    await page.getByRole('heading', { name: 'Confirm who you are' }).waitFor();
    await page.getByRole('button', { name: 'Emergency physician', exact: true }).click();
    await page.waitForURL('**/health/live');
    const opened = await ask(page, breakGlass, { id: residentId });
    expect(opened.data).toMatchObject({ openBreakGlass: { id: expect.any(String) } });
    await page.context().close();
  });
});

interface SessionOfPage {
  readonly csrfToken: string;
  readonly purposesOfUse: readonly [string, ...string[]];
}

async function sessionOf(page: Page): Promise<SessionOfPage> {
  return page.evaluate(async () => (await (await fetch('/session')).json()) as SessionOfPage);
}

/** A request as a script of the page makes it. */
async function post<Result>(
  page: Page,
  path: string,
  body: object,
  { csrfToken, purposesOfUse }: SessionOfPage,
): Promise<Result> {
  return page.evaluate(
    async ({ url, text, headers }) => {
      const response = await fetch(url, { method: 'POST', headers, body: text });
      return (await response.json()) as Result;
    },
    {
      url: path,
      text: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': csrfToken,
        'purpose-of-use': purposesOfUse[0],
      },
    },
  );
}

/** What a client may ask again for: an agency or the gateway that is too busy says nothing of who may see what. */
const busy: ReadonlySet<string> = new Set(['OVERLOADED', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE']);

async function ask(page: Page, query: string, variables: object, attempts = 20): Promise<Answer> {
  const answer = await post<Answer>(page, '/graphql', { query, variables }, await sessionOf(page));
  const isBusy = answer.errors?.some(({ extensions }) => busy.has(extensions.code)) ?? false;
  if (!isBusy || attempts === 1) return answer;
  await pause(500);
  return ask(page, query, variables, attempts - 1);
}

function codeOf({ errors }: Answer): string | undefined {
  return errors?.[0]?.extensions.code;
}

function partsSeen({ data }: Answer): readonly string[] {
  const seen = data?.['resident'] as Seen | null | undefined;
  const parts = {
    name: seen?.name,
    housing: seen?.housing,
    treatment: seen?.behavioralHealth?.substanceUseTreatment,
    bookings: seen?.justice?.bookings,
  };
  return Object.entries(parts).flatMap(([name, value]) => (value ? [name] : []));
}
