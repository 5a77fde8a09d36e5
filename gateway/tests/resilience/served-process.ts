import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { agencySchemas } from '../../src/supergraph/index.ts';
import { serveAgency } from '../fixtures/agency-server.ts';
import { answersOf } from '../fixtures/people.ts';
import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import { threeAgencies } from '../fixtures/three-agencies.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** One line of the process's log. */
interface LogLine {
  readonly msg: string;
  readonly process?: number;
  readonly url?: string;
}

/** `serve`, in a process of its own, over an agency that takes a while to answer. */
export interface ServedProcess extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly child: ChildProcess;
  readonly ended: Promise<unknown[]>;
  readonly log: readonly LogLine[];
  /** Addresses that were printed. */
  readonly printed: readonly string[];
}

/** Starts `serve` with these words more, and resolves when it has printed its address. */
export async function servedProcess(...words: string[]): Promise<ServedProcess> {
  const folder = await copyOfThreeAgencies();
  const schema = agencySchemas((await threeAgencies()).sdl).get('people')!;
  const answer = answersOf('people', schema);
  const agency = await serveAgency(async (question, response) => {
    await pause(20);
    await answer(question, response);
  });
  const file = folder.path('supergraph.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('http://127.0.0.1:1/people', agency.url));
  const identity = await identityProvider();
  const keys = ['--issuer', issuer, '--audience', audience, '--jwks-file', identity.keysFile];
  const open = '--enforce-authorization=false';
  const options = ['--port', '0', '--json', open, '--supergraph', file, ...keys, ...words];
  const node = ['--conditions=source', '--import', 'tsx'];
  const child = spawn(process.execPath, [...node, main, 'serve', ...options]);
  const ended = once(child, 'exit');
  const log: LogLine[] = [];
  createInterface(child.stderr).on('line', (line) => log.push(asLogLine(line)));
  const printed: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => printed.push(line));
  await Promise.race([once(lines, 'line'), ended]);
  const [first = '{"url":""}'] = printed;
  const { url } = JSON.parse(first) as { url: string };
  return {
    url,
    child,
    ended,
    log,
    printed,
    token: await identity.token({ expiresIn: 3600 }),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await Promise.all([agency[Symbol.asyncDispose](), folder[Symbol.asyncDispose]()]);
    },
  };
}

function asLogLine(line: string): LogLine {
  return line.startsWith('{') ? (JSON.parse(line) as LogLine) : { msg: line };
}
