import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type {
  SessionDecision,
  Sessions,
  SessionView,
  SignIn,
  SignInDecision,
} from '../authentication/index.ts';
import { Failure, failure } from '../errors/index.ts';
import type { Answer } from '../pipeline/index.ts';
import { readBytes } from './read-bytes.ts';
import { sendAnswer, sendFailure } from './send-answer.ts';
import { signInFailedPage } from './sign-in-failed-page.ts';
import type { SignInLimits } from './sign-in-limit.ts';
import { signInLimit } from './sign-in-limit.ts';

/** What browsers sign in by. */
export interface SessionServices {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** The address under which browsers know this gateway. */
  readonly publicUrl: string;
  readonly limits: SignInLimits;
}

/** Signing in and out, and the session of a page; see authentication/sessions/README.md. */
export async function addSessionRoutes(server: FastifyInstance, services: SessionServices): Promise<void> {
  await addSignInRoutes(server, services);
  addSignOutRoutes(server, services);
  const { sessions } = services;
  server.get('/session', async ({ headers }, reply) => sendSession(reply, await sessions.view(headers)));
  server.post('/session/extend', async ({ headers }, reply) =>
    sendSession(reply, await sessions.extend(headers)),
  );
  refuseOtherMethods(server);
}

async function addSignInRoutes(
  server: FastifyInstance,
  { signIn, publicUrl, limits }: SessionServices,
): Promise<void> {
  const { host, origin } = new URL(publicUrl);
  const isOneTooMany = await signInLimit(server, limits);
  server.get('/sign-in', async (request, reply) => {
    // Two names of the own machine are two places for cookies: the way back ends at the registered one.
    if (isOtherLoopback(request.host, host)) return redirect(reply, `${origin}${request.url}`);
    if (await isOneTooMany(request)) return go(reply, tooMany);
    return go(reply, await signIn.begin(returnOf(request)));
  });
  server.get('/sign-in/step-up', async (request, reply) => {
    if (await isOneTooMany(request)) return go(reply, tooMany);
    return go(reply, await signIn.stepUp(request.headers, returnOf(request)));
  });
  server.get('/sign-in/callback', async ({ headers, raw }, reply) =>
    go(reply, await signIn.complete(headers, new URL(raw.url ?? '', origin).searchParams)),
  );
}

function addSignOutRoutes(server: FastifyInstance, { sessions, signIn }: SessionServices): void {
  server.post('/sign-out', async ({ headers }, reply) => {
    const ended = await sessions.end(headers);
    if (ended.kind === 'refused') return sendFailure(reply, ended.failure);
    return sendJson(reply, { location: await signIn.signOutLocation() }, { 'set-cookie': ended.cookie });
  });
  server.post('/sign-in/back-channel', async ({ raw }, reply) => {
    const body = await readBytes(raw, longestLogoutToken);
    if (body instanceof Failure) return sendFailure(reply, body);
    const token = new URLSearchParams(body.toString()).get('logout_token') ?? '';
    const refusal = await signIn.endedAtProvider(token);
    return refusal === null ? sendJson(reply, {}) : sendFailure(reply, refusal);
  });
}

const longestLogoutToken = 16_384;

const tooMany: SignInDecision = { kind: 'refused', failure: failure('TOO_MANY_SIGN_INS') };

const allowed = {
  '/sign-in': 'GET',
  '/sign-in/step-up': 'GET',
  '/sign-in/callback': 'GET',
  '/session': 'GET',
  '/session/extend': 'POST',
  '/sign-in/back-channel': 'POST',
  '/sign-out': 'POST',
} as const;

function refuseOtherMethods(server: FastifyInstance): void {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
  for (const [url, method] of Object.entries(allowed))
    server.route({
      method: methods.filter((other) => other !== method),
      url,
      handler: (_, reply) => sendFailure(reply.header('allow', method), failure('METHOD_NOT_ALLOWED')),
    });
}

function returnOf({ query }: Pick<FastifyRequest, 'query'>): string | undefined {
  const { return: text } = query as { readonly return?: unknown };
  return typeof text === 'string' ? text : undefined;
}

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

function isOtherLoopback(asked: string, own: string): boolean {
  return asked !== own && loopbackHost.test(asked) && loopbackHost.test(own);
}

function go(reply: FastifyReply, decision: SignInDecision): void {
  if (decision.kind === 'redirect')
    return redirect(reply, decision.location, { 'set-cookie': decision.cookie });
  const { code } = decision.failure;
  if (code === 'UNAUTHENTICATED') return sendFailure(reply, decision.failure);
  const page = signInFailedPage(decision.failure);
  const headers = { ...page.headers, ...(code === 'TOO_MANY_SIGN_INS' && { 'retry-after': '60' }) };
  return sendAnswer(reply, { ...page, headers, codes: [code] });
}

function redirect(reply: FastifyReply, location: string, headers: Answer['headers'] = {}): void {
  sendAnswer(reply, { status: 303, headers: { ...headers, location }, body: '', codes: [] });
}

function sendSession(
  reply: FastifyReply,
  decision: SessionDecision<{ readonly session: SessionView }>,
): void {
  if (decision.kind === 'refused') return sendFailure(reply, decision.failure);
  return sendJson(reply, decision.session);
}

function sendJson(reply: FastifyReply, body: object, more: Answer['headers'] = {}): void {
  const headers = { ...more, 'content-type': 'application/json; charset=utf-8' };
  sendAnswer(reply, { status: 200, headers, body: JSON.stringify(body), codes: [] });
}
