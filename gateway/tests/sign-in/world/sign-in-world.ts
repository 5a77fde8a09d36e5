import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from '@jest/globals';

import { freePorts } from '../../../../scripts/demo/index.ts';
import type { RunningGateway } from '../../world/running-gateway.ts';
import { runningGateway } from '../../world/running-gateway.ts';
import type { Browser, Page } from './browser.ts';
import { openBrowser } from './browser.ts';
import type { ChangeableProvider } from './provider.ts';
import { changeableProvider, newPair } from './provider.ts';

/** A gateway with a provider where people sign in. */
export interface SignInWorld {
  readonly provider: ChangeableProvider;
  readonly gateway: RunningGateway;
  /** Of the gateway, as browsers know it. */
  readonly url: string;
  readonly database: string;
  /** Another process's gateway over the same database, behind the same address. */
  readonly another: () => Promise<RunningGateway>;
  /** Signs somebody in with a browser. */
  readonly signIn: (account: string, browser?: Browser, returnTo?: string) => Promise<SignedIn>;
}

/** A browser after signing in, at the page where it ended. */
interface SignedIn {
  readonly browser: Browser;
  readonly page: Page;
  readonly csrfToken: string;
}

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Opens both, closed after the test. */
export async function signInWorld(flags: Record<string, string> = {}): Promise<SignInWorld> {
  const [providerPort = 0, gatewayPort = 0] = await freePorts(2);
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-sign-in-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const url = `http://127.0.0.1:${gatewayPort}`;
  const pair = await newPair('gateway');
  await writeFile(join(folder, 'client-key.json'), pair.secret);
  const provider = await changeableProvider(providerPort, [
    {
      id: 'client-view',
      keys: { keys: [pair.publishedForAll] },
      redirectUris: [`${url}/sign-in/callback`],
      signOutUris: [`${url}/`],
      ownClaims: null,
      scopes: [],
    },
  ]);
  closers.push(provider.close);
  const database = flags['authorization.database'] ?? `sqlite:${join(folder, 'governance.sqlite')}`;
  const shared = {
    'authorization.enforce': 'true',
    'authorization.database': database,
    'signIn.issuer': provider.issuer,
    'signIn.clientId': 'client-view',
    'signIn.clientKeyFile': join(folder, 'client-key.json'),
    'signIn.publicUrl': url,
    ...flags,
  };
  const gateway = await runningGateway({ ...shared, 'http.port': String(gatewayPort) });
  const signIn: SignInWorld['signIn'] = async (
    account,
    browser = openBrowser(),
    returnTo = '/health/live',
  ) => {
    const page = await browser.choose(
      await browser.visit(`${url}/sign-in?return=${encodeURIComponent(returnTo)}`),
      account,
    );
    const session = await sessionOf(browser, url);
    return { browser, page, csrfToken: session?.csrfToken ?? '' };
  };
  return { provider, gateway, url, database, another: () => runningGateway(shared), signIn };
}

/** What a page is told of its session; null if it has none. */
export async function sessionOf(browser: Browser, url: string): Promise<SessionAnswer | null> {
  const response = await browser.fetch(`${url}/session`);
  return response.status === 200 ? ((await response.json()) as SessionAnswer) : null;
}

export interface SessionAnswer {
  readonly subject: string;
  readonly name: string | null;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposesOfUse: readonly string[] | null;
  readonly residentId: string | null;
  readonly csrfToken: string;
  readonly idleEndsAt: string;
  readonly absoluteEndsAt: string;
  readonly steppedUpUntil: string | null;
  readonly now: string;
}

/** Asks a question that needs nothing but to be somebody. */
export async function ask(
  browser: Browser,
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly code: string | null }> {
  const response = await browser.fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return { status: response.status, code: await codeOf(response) };
}

/** The code of a refusal; null if it is none. */
export async function codeOf(response: Response): Promise<string | null> {
  const { errors } = (await response.json()) as {
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? null;
}
