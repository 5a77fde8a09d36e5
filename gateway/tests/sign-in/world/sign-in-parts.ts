import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from '@jest/globals';

import { freePorts } from '../../../../scripts/demo/index.ts';
import type { SessionDecision, Sessions, SessionView, SignIn } from '../../../src/authentication/index.ts';
import { createSessions, createSignIn, openIdentityProvider } from '../../../src/authentication/index.ts';
import type { Governance } from '../../../src/governance/index.ts';
import { openGovernance } from '../../../src/governance/index.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import type { ChangeableProvider, Pair } from './provider.ts';
import { changeableProvider, newPair } from './provider.ts';

export const origin = 'http://127.0.0.1:4000';

const claimNames = {
  agencyClaim: 'agency',
  rolesClaim: 'roles',
  purposesOfUseClaim: 'purposes_of_use',
  residentIdClaim: 'resident_id',
  trainingsClaim: 'trainings',
  assuranceLevelClaim: 'assurance_level',
};

/** Signing in and the sessions that come of it, without a server, at a time that the test sets. */
export interface SignInParts {
  readonly provider: ChangeableProvider;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly governance: Governance;
  /** Lets so many minutes pass for sessions. */
  readonly pass: (minutes: number) => void;
}

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Opens them, closed after the test. */
export async function signInParts(
  options: { readonly stepUpAcrValues?: readonly string[] } = {},
): Promise<SignInParts> {
  const [port = 0] = await freePorts(1);
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-sign-in-'));
  const pair = await newPair('gateway');
  const clientKeyFile = join(folder, 'client-key.json');
  await writeFile(clientKeyFile, pair.secret);
  const provider = await changeableProvider(port, [clientOf(pair.publishedForAll)]);
  const governance = await openGovernance({
    database: `sqlite:${join(folder, 'governance.sqlite')}`,
    log: silentLog,
  });
  closers.push(provider.close, async () => {
    await governance.close();
    await rm(folder, { recursive: true, force: true });
  });
  let passed = 0;
  const now = (): Date => new Date(Date.now() + passed);
  const shared = {
    store: governance.sessions,
    times: { idleMinutes: 15, absoluteMinutes: 480, stepUpMinutes: 5 },
    origin,
    log: silentLog,
    now,
    stepUpAcrValues: options.stepUpAcrValues ?? [],
    clockToleranceSeconds: 5,
    clientId: 'client-view',
  };
  const redirectUri = `${origin}/sign-in/callback`;
  const scopes = ['openid', 'profile'];
  const { issuer } = provider;
  const identity = await openIdentityProvider({ ...shared, issuer, redirectUri, scopes, clientKeyFile });
  return {
    provider,
    governance,
    sessions: createSessions(shared),
    signIn: createSignIn({ ...shared, provider: identity, claimNames }),
    pass: (minutes) => void (passed += minutes * 60_000),
  };
}

function clientOf(key: Pair['publishedForAll']): Parameters<typeof changeableProvider>[1][number] {
  return {
    id: 'client-view',
    keys: { keys: [key] },
    redirectUris: [`${origin}/sign-in/callback`],
    signOutUris: [`${origin}/`],
    ownClaims: null,
    scopes: [],
  };
}

/** Chooses an account at the provider. @returns the answer that the browser brings back */
export async function answerOf(location: string, account: string): Promise<URLSearchParams> {
  const page = await (await fetch(location)).text();
  const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const response = await fetch(new URL('/authorize', location), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ request, account }),
  });
  return new URL(response.headers.get('location') ?? '', origin).searchParams;
}

/** A cookie as a browser sends it back. */
export function cookieOf(header: string): string {
  return header.split(';')[0] ?? '';
}

/** Begins at the gateway and chooses an account; what the browser then has in hand. */
export async function arrived(
  { signIn }: Pick<SignInParts, 'signIn'>,
  account = 'caseworker-1',
): Promise<{ readonly cookie: string; readonly query: URLSearchParams }> {
  const begun = await signIn.begin('/');
  if (begun.kind === 'refused') throw begun.failure;
  return { cookie: cookieOf(begun.cookie), query: await answerOf(begun.location, account) };
}

/** Signs somebody in. @returns the session's cookie, or the code of the refusal */
export async function signedIn(parts: SignInParts, account = 'caseworker-1'): Promise<string> {
  const { cookie, query } = await arrived(parts, account);
  return outcomeOf(await parts.signIn.complete({ cookie }, query));
}

/** The cookie that a browser is handed, or the code of the refusal. */
export function outcomeOf(decision: Awaited<ReturnType<SignIn['complete']>>): string {
  return decision.kind === 'redirect' ? cookieOf(decision.cookie) : decision.failure.code;
}

/** What a page is told, or the code of the refusal. */
export function viewOf(decision: SessionDecision<{ readonly session: SessionView }>): SessionView | string {
  return decision.kind === 'found' ? decision.session : decision.failure.code;
}

/** Headers of a script of the gateway's own page. */
export async function ownPage({ sessions }: SignInParts, cookie: string): Promise<Record<string, string>> {
  const view = viewOf(await sessions.view({ cookie }));
  return { cookie, 'x-csrf-token': typeof view === 'string' ? '' : view.csrfToken };
}

/** Who asks, or the code of the refusal. */
export async function askedBy(
  { sessions }: Pick<SignInParts, 'sessions'>,
  headers: Record<string, string>,
): Promise<string> {
  const decision = await sessions.authenticate(headers);
  return decision.kind === 'caller' ? decision.caller.subject : decision.failure.code;
}
