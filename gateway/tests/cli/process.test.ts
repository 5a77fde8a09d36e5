import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { expect, jest, test } from '@jest/globals';

import { agencySchemas } from '../../src/supergraph/index.ts';
import type { AgencyServer } from '../fixtures/agency-server.ts';
import { serveAgency } from '../fixtures/agency-server.ts';
import { answersOf } from '../fixtures/people.ts';
import type { TemporaryFolder } from '../fixtures/temporary-folder.ts';
import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import { threeAgencies, threeAgenciesFile } from '../fixtures/three-agencies.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

jest.setTimeout(120_000); // a process of its own, from source, on a busy machine

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

function residentGraph(...words: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main, ...words]);
}

test('a reader that has had enough of the output is no error', async () => {
  const child = residentGraph('compose', '--supergraph', threeAgenciesFile);
  child.stdout.destroy();
  const [messages, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(messages).not.toMatch(/EPIPE/);
  expect(code).toBe(0);
});

/** An agency that takes a while, so that requests are under way whenever the gateway is told to stop. */
async function slowAgency(): Promise<AgencyServer> {
  const schema = agencySchemas((await threeAgencies()).sdl).get('people');
  if (!schema) throw new Error('no people');
  const answer = answersOf('people', schema);
  return serveAgency(async (question, response) => {
    await pause(20);
    await answer(question, response);
  });
}

async function pointTo(folder: TemporaryFolder, { url }: AgencyServer): Promise<void> {
  const file = folder.path('supergraph.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('http://127.0.0.1:1/people', url));
}

interface Heard {
  readonly status: number | undefined;
  readonly body: string;
  readonly isLast: boolean;
}

/**
 * Asks on one connection, one request after the other, until the gateway says that it is the last, or has
 * closed the connection while nothing was on it (RFC 9112, section 9.3.1).
 */
async function askUntilTold(url: string, token: string): Promise<readonly Heard[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Heard[] = [];
  let heard: Heard | null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tried
    heard = await ask(url, token, agent).catch(() => null);
    if (heard) answers.push(heard);
  } while (heard?.isLast === false);
  return answers;
}

async function ask(url: string, token: string, agent: Agent): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = request(`${url}/graphql`, { method: 'POST', agent, headers });
  sent.end('{"query":"{ resident(id: \\"r1\\") { name } }"}');
  const [response] = await once(sent, 'response');
  const body = await text(response);
  return { status: response.statusCode, body, isLast: response.headers.connection === 'close' };
}

test('SIGTERM under load loses no request: each that was taken is answered whole, and the process ends with 0', async () => {
  await using folder = await copyOfThreeAgencies();
  await using agency = await slowAgency();
  await pointTo(folder, agency);
  const identity = await identityProvider();
  const keys = ['--issuer', issuer, '--audience', audience, '--jwks-file', identity.keysFile];
  const patience = ['--maximum-delay-milliseconds', '600000']; // a busy machine is not what is tried
  const supergraph = ['--supergraph', folder.path('supergraph.yaml')];
  const words = ['serve', '--port', '0', '--json', '--log-level', 'silent', '--enforce-authorization=false'];
  const child = residentGraph(...words, ...keys, ...supergraph, ...patience);
  const ended = once(child, 'exit');
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url } = JSON.parse(String(line)) as { url: string };
  const token = await identity.token();
  const clients = Array.from({ length: 12 }, () => askUntilTold(url, token));
  await pause(500);
  child.kill('SIGTERM');
  const answers = (await Promise.all(clients)).flat();
  const wanted = { status: 200, body: '{"data":{"resident":{"name":"Ada Quill"}}}' };
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(answers.map(() => wanted));
  expect(answers.length).toBeGreaterThan(clients.length);
  expect(agency.questions).toHaveLength(answers.length);
  expect((await ended)[0]).toBe(0);
});
