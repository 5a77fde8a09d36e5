import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, jest, test } from '@jest/globals';

import type { ServedProcess } from './served-process.ts';
import { servedProcess } from './served-process.ts';

jest.setTimeout(180_000); // several processes, from source, on a busy machine

const wanted = '200 {"data":{"resident":{"name":"Ada Quill"}}}';

interface Heard {
  readonly text: string;
  readonly isLast: boolean;
}

async function ask({ url, token }: ServedProcess, agent: Agent): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = request(`${url}/graphql`, { method: 'POST', agent, headers });
  sent.end('{"query":"{ resident(id: \\"r1\\") { name } }"}');
  const [response] = await once(sent, 'response');
  const isLast = response.headers.connection === 'close';
  return { text: `${response.statusCode} ${await text(response)}`, isLast };
}

/** Asks on one connection, one request after the other, until the gateway says that it is the last. */
async function askUntilTold(served: ServedProcess): Promise<readonly Heard[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Heard[] = [];
  do {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tried
    answers.push(await ask(served, agent));
  } while (answers.at(-1)?.isLast === false);
  return answers;
}

/** Processes that have logged that they are ready. */
function readyProcesses({ log }: ServedProcess): readonly (number | undefined)[] {
  return log.filter(({ msg }) => msg === 'gateway ready').map((line) => line.process);
}

async function until(condition: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- polls
  while (!condition()) await pause(20);
}

test('several workers share one port, print it once when all are ready, and SIGTERM under load loses no request', async () => {
  await using served = await servedProcess('--workers', '2');
  expect(served.printed).toHaveLength(1);
  expect(new Set(readyProcesses(served)).size).toBe(2);
  expect(readyProcesses(served)).not.toContain(undefined);
  const clients = Array.from({ length: 12 }, () => askUntilTold(served));
  await pause(500);
  served.child.kill('SIGTERM');
  const answers = (await Promise.all(clients)).flat();
  expect(new Set(answers.map((answer) => answer.text))).toEqual(new Set([wanted]));
  expect(answers.length).toBeGreaterThan(clients.length);
  expect(await served.ended).toEqual([0, null]);
  const workers = served.log.filter(({ msg }) => msg === 'request').map((line) => line.process);
  expect(new Set(workers).size).toBe(2);
  expect(served.log.filter(({ msg }) => msg === 'a worker ended')).toEqual([]);
});

test('a worker that dies is replaced on the same port, and the others serve on meanwhile', async () => {
  await using served = await servedProcess('--workers', '2');
  const [victim] = readyProcesses(served);
  if (victim === undefined) throw new Error('No worker has said which process it is.');
  process.kill(victim, 'SIGKILL');
  await until(() => served.log.some(({ msg, process: id }) => msg === 'a worker ended' && id === victim));
  expect((await ask(served, new Agent())).text).toBe(wanted);
  await until(() => readyProcesses(served).length === 3);
  const addresses = served.log.filter(({ msg }) => msg === 'gateway ready').map(({ url }) => url);
  expect(new Set(addresses)).toEqual(new Set([served.url]));
  expect(served.printed).toHaveLength(1);
  served.child.kill('SIGTERM');
  expect(await served.ended).toEqual([0, null]);
});

test('workers that cannot start say why once, and the command ends with 1', async () => {
  await using served = await servedProcess('--workers', '3', '--jwks-file', '/nowhere.json');
  expect(await served.ended).toEqual([1, null]);
  expect(served.log.filter(({ msg }) => msg.includes('KEYS_UNREADABLE'))).toHaveLength(1);
  expect(served.printed).toEqual([]);
});
