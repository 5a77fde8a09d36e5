import { afterEach } from '@jest/globals';

import { createGateway, loadConfig } from '../../src/index.ts';
import type { LogFields, Logger } from '../../src/telemetry/index.ts';
import type { FakeEngine, FakeSource } from './fake-engine.ts';
import { fakeEngine, fakeSource } from './fake-engine.ts';
import type { IdentityProvider } from './tokens.ts';
import { audience, identityProvider, issuer } from './tokens.ts';

interface LogLine extends LogFields {
  readonly level: keyof Logger;
  readonly message: string;
}

export interface RunningGateway {
  readonly url: string;
  readonly token: string;
  readonly identity: IdentityProvider;
  readonly engine: FakeEngine;
  readonly source: FakeSource;
  readonly log: readonly LogLine[];
  readonly stop: () => Promise<void>;
  /** Sends a request with a good token; headers given here win. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends one operation by POST and reads the answer. */
  readonly ask: (
    query: string,
    more?: object,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Answer }>;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(async (stop) => stop()));
});

/** A gateway over the fake engine, on a port of the system's choice; stopped after the test. */
export async function runningGateway(flags: Record<string, string> = {}): Promise<RunningGateway> {
  const identity = await identityProvider();
  const engine = fakeEngine();
  const source = fakeSource();
  const log: LogLine[] = [];
  const config = configOf({ 'authentication.jwksFile': identity.keysFile, ...flags });
  const parts = { log: recorder(log), openSource: async () => source, openExecutor: engine.open };
  const gateway = createGateway(config, parts);
  running.push(gateway.stop);
  const { url } = await gateway.start();
  const token = await identity.token();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as object) },
    });
  const ask: RunningGateway['ask'] = async (query, more = {}, headers = {}) => {
    const accept = 'application/graphql-response+json';
    const init = { method: 'POST', headers: { accept, 'content-type': 'application/json', ...headers } };
    const response = await send('/graphql', { ...init, body: JSON.stringify({ query, ...more }) });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  return { url, token, identity, engine, source, log, stop: gateway.stop, fetch: send, ask };
}

function configOf(flags: Record<string, string>): Parameters<typeof createGateway>[0] {
  const fixed = {
    'authentication.issuer': issuer,
    'authentication.audience': audience,
    'authorization.enforce': 'false',
    // The tests share a thread with the gateway: their delay is not its own.
    'http.maximumDelayMilliseconds': '600000',
    'http.port': '0',
  };
  const decision = loadConfig({ flags: { ...fixed, ...flags } });
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.problems));
  return decision.config;
}

function recorder(lines: LogLine[]): Logger {
  const at =
    (level: keyof Logger) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ level, message, ...fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
