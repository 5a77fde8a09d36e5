import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who is signed in at the door, as `GET /session` tells of them. */
interface SignedIn {
  readonly subject: string;
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposesOfUse: readonly string[] | null;
  readonly residentId?: string;
  readonly token: string;
}

/** What stands before the gateway and signs people in, so that the page is tried without an identity provider. */
export interface Door {
  readonly url: string;
  /** Who is signed in from now on; null for nobody. */
  readonly signIn: (person: SignedIn | null) => void;
  /** Ends the session; signing in again makes the same person go on. */
  readonly expire: () => void;
  /** When the session ends by itself, in minutes from now. */
  readonly endIn: (minutes: number) => void;
  /** Stops the clock that the page goes by, so that ages and days left are the same on every day; null: runs. */
  readonly stopClock: (instant: string | null) => void;
  /** Puts another in place of the gateway's answers to GraphQL requests; null: the gateway's own. */
  readonly turn: (change: ((answer: unknown) => unknown) | null) => void;
  /** GraphQL requests that came by since the last look. */
  readonly graphqlRequests: () => number;
  readonly close: () => Promise<void>;
}

const csrfToken = 'token-of-the-door';

/** Opens the door before a gateway. */
export async function openDoor(gatewayUrl: string): Promise<Door> {
  const state: State = {
    person: null,
    returning: null,
    idleMinutes: 15,
    instant: null,
    change: null,
    graphqlRequests: 0,
  };
  const server = createServer((request, response) => void handle(request, response, gatewayUrl, state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signIn: (person) => (state.person = person),
    expire: () => {
      state.returning = state.person;
      state.person = null;
    },
    endIn: (minutes) => (state.idleMinutes = minutes),
    stopClock: (instant) => (state.instant = instant),
    turn: (change) => (state.change = change),
    graphqlRequests: () => {
      const { graphqlRequests } = state;
      state.graphqlRequests = 0;
      return graphqlRequests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  person: SignedIn | null;
  returning: SignedIn | null;
  idleMinutes: number;
  instant: string | null;
  change: ((answer: unknown) => unknown) | null;
  graphqlRequests: number;
}

async function handle(request: IncomingMessage, response: ServerResponse, gatewayUrl: string, state: State) {
  const path = request.url ?? '/';
  if (path === '/session') return sendSession(response, state);
  if (path.startsWith('/sign-in')) {
    state.person = state.returning ?? state.person;
    return response
      .writeHead(303, { location: new URL(path, gatewayUrl).searchParams.get('return') ?? '/' })
      .end();
  }
  if (path === '/session/extend') {
    state.idleMinutes = 15;
    return sendSession(response, state);
  }
  if (path === '/sign-out') {
    state.person = null;
    return send(response, 200, { location: '/' });
  }
  return pass(request, response, new URL(path, gatewayUrl), state);
}

function sendSession(response: ServerResponse, { person, idleMinutes, instant }: State): void {
  if (!person) return send(response, 401, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  const { token: _, ...known } = person;
  const now = instant === null ? Date.now() : Date.parse(instant);
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const times = { idleEndsAt: at(idleMinutes), absoluteEndsAt: at(480), now: at(0), steppedUpUntil: null };
  return send(response, 200, { ...known, ...times, csrfToken });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Hands a request on with the person's token in place of the cookie, if it carries the CSRF token. */
async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  state: State,
): Promise<void> {
  const { 'x-csrf-token': csrf, ...headers } = request.headers;
  const isGraphql = url.pathname === '/graphql';
  if (isGraphql) state.graphqlRequests += 1;
  if (isGraphql && !state.person)
    return send(response, 401, { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] });
  if (isGraphql && csrf !== csrfToken)
    return send(response, 403, { errors: [{ message: '', extensions: { code: 'CSRF_REFUSED' } }] });
  const authorization = isGraphql ? { authorization: `Bearer ${state.person?.token}` } : {};
  const onward = ask(url, {
    method: request.method,
    headers: { ...headers, host: url.host, ...authorization },
  });
  onward.on('error', () => response.destroy());
  onward.on('response', (answer) => {
    if (isGraphql && state.change) return void turned(answer, response, state.change);
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    return answer.pipe(response);
  });
  request.pipe(onward);
}

async function turned(
  answer: IncomingMessage,
  response: ServerResponse,
  change: (answer: unknown) => unknown,
) {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  send(response, answer.statusCode ?? 200, change(JSON.parse(Buffer.concat(chunks).toString())));
}
