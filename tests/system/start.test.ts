import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openIssuer, showcaseResidentId, sixCallers } from '../../scripts/demo/index.ts';
import { post } from '../support/start-environment.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const recorder = fileURLToPath(new URL('../support/record-connections.mjs', import.meta.url));

describe('npm start', () => {
  let folder: string;
  let demonstration: ChildProcess;
  let ready: { url: string; token: string; query: string };
  const connectionsFile = (): string => join(folder, 'connections.txt');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-start-'));
    demonstration = spawn(
      'npm',
      [
        'start',
        '--silent',
        '--',
        '--json',
        '--port',
        '0',
        '--residents',
        '120',
        '--data',
        join(folder, 'data'),
      ],
      {
        cwd: repository,
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
        env: {
          ...process.env,
          NODE_OPTIONS: `--import ${recorder}`,
          CONNECTIONS_FILE: connectionsFile(),
        },
      },
    );
    const lines = createInterface({ input: demonstration.stdout ?? process.stdin });
    const [line] = (await once(lines, 'line')) as [string];
    ready = JSON.parse(line) as typeof ready;
  }, 120_000);

  afterAll(async () => {
    if (demonstration.exitCode === null) process.kill(-(demonstration.pid ?? 0), 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test('prints a question of a caseworker, who is told of everything withheld why and what to do', async () => {
    const answer = await post(ready.url, ready.token, { query: ready.query });
    const { resident } = answer.data as { resident: Record<string, unknown> };
    expect(resident).toMatchObject({ name: expect.anything(), housing: expect.anything(), benefits: null });
    const told = answer.errors?.map(({ extensions }) => extensions);
    expect(told?.length).toBeGreaterThan(0);
    for (const extensions of told ?? []) {
      expect(extensions).toMatchObject({
        code: 'FIELD_WITHHELD',
        authority: expect.any(String),
        remedy: expect.any(String),
      });
    }
  });

  test('answers the resident from all five agencies, each of which checked who asks', async () => {
    const issuer = await openIssuer(join(folder, 'data', 'keys'));
    const callers = sixCallers(showcaseResidentId(1));
    const caller = callers.find(({ name }) => name === 'the resident')?.caller;
    if (!caller) throw new Error('The resident does not ask.');
    const token = await issuer.token({ ...caller, purposesOfUse: ['PATRQT'] });
    const answer = await post(ready.url, token, { query: ready.query });
    expect(answer.errors).toBeUndefined();
    const { resident } = answer.data as { resident: Record<string, unknown> };
    expect(JSON.stringify(resident)).not.toMatch(/"edges":\[\]/);
    for (const domain of ['name', 'benefits', 'housing', 'behavioralHealth', 'justice']) {
      expect(resident[domain]).not.toBeNull();
    }
  });

  test('answers nobody without a token', async () => {
    const answer = await post(ready.url, 'none', { query: ready.query });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('stops altogether when told to, and has never left the loopback interface', async () => {
    demonstration.kill('SIGTERM');
    await once(demonstration, 'exit');
    await expect(gone(ready.url)).resolves.toBe(true);
    const hosts = new Set((await readFile(connectionsFile(), 'utf8')).trim().split('\n'));
    expect(hosts.has('127.0.0.1')).toBe(true);
    const loopback = new Set(['127.0.0.1', '::1', 'localhost', 'local']);
    expect([...hosts].filter((host) => !loopback.has(host))).toEqual([]);
  }, 60_000);
});

/** Whether nothing answers any more, at the latest after the time for draining. */
async function gone(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await fetch(url).catch(() => undefined)) === undefined) return true;
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  return false;
}
