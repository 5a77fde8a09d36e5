import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { countedLibrary } from './counted-library.ts';
import { post, signed } from './gateway-of-the-test.ts';
import { openGuarded } from './open-guarded.ts';

const branches = { query: '{ libraryBranches }', claims: { permitted: ['library-branch'] } };

test('an agency keeps what the gateway asked it by the id of the request, and what it refused with the reason', async () => {
  const { subgraph } = countedLibrary();
  const { url, requestLog, close } = await openGuarded(subgraph);
  try {
    const { body, headers } = signed(url, branches);
    await post(url, { headers: { ...headers, 'x-request-id': 'request-1' }, body });
    await post(url, { headers: { ...headers, 'x-request-id': 'request-1' }, body });
    await post(url, { headers: { 'content-type': 'application/json', 'x-request-id': 'x' }, body });
    const lines = (await readFile(requestLog, 'utf8')).trim().split('\n');
    const digest = headers['content-digest'];
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { request: 'request-1', verdict: 'trusted', problem: null, digest },
      { request: 'request-1', verdict: 'refused', problem: 'nonce used', digest },
      { request: 'x', verdict: 'refused', problem: 'signature missing', digest: null },
    ]);
  } finally {
    await close();
  }
});

test('whoever is refused cannot fill the log: a few are told of each reason, and how many more there were', async () => {
  const { subgraph } = countedLibrary();
  const { url, requestLog, close, stop } = await openGuarded(subgraph);
  try {
    const { body, headers } = signed(url, branches);
    await post(url, { headers, body });
    for (let call = 0; call < 70; call += 1)
      await post(url, {
        headers: { 'content-type': 'application/json', 'x-request-id': 'x'.repeat(9000) },
        body,
      });
    await post(url, { headers, body });
    await stop();
    const text = await readFile(requestLog, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const unsigned = lines.filter(({ problem }) => problem === 'signature missing');
    expect(unsigned).toHaveLength(21);
    expect(unsigned.at(-1)).toMatchObject({ verdict: 'refused', request: '', count: 50 });
    expect(lines.filter(({ verdict }) => verdict === 'trusted')).toHaveLength(1);
    expect(lines.filter(({ problem }) => problem === 'nonce used')).toHaveLength(1);
    expect(text.length).toBeLessThan(10_000);
  } finally {
    await close();
  }
});

test('a line of which only a part was written stands alone, whoever was killed or could not write the rest', async () => {
  const { subgraph } = countedLibrary();
  const { serveSubgraph, openDatabase } = await import('@resident-graph/subgraph-kit');
  const { vectors } = await import('./vectors.ts');
  const { requestLog, keysFile, close } = await openGuarded(subgraph);
  const database = openDatabase('sqlite::memory:');
  const torn = '{"at":"2026-06-15T12:00';
  try {
    await writeFile(requestLog, torn);
    const gateway = { keys: keysFile, secrets: [vectors.secret] };
    const running = await serveSubgraph(subgraph, { database, gateway, requestLog });
    const ask = async (): Promise<unknown> =>
      post(running.url, { headers: { 'content-type': 'application/json' }, body: '{}' });
    await ask();
    await rename(requestLog, `${requestLog}.old`);
    await mkdir(requestLog);
    await ask();
    await rm(requestLog, { recursive: true });
    // What is left of a write that failed.
    await writeFile(requestLog, torn);
    await ask();
    await running.close();
    for (const file of [`${requestLog}.old`, requestLog]) {
      const lines = (await readFile(file, 'utf8')).split('\n');
      expect(lines).toEqual([torn, expect.stringContaining('"verdict":"refused"'), '']);
    }
  } finally {
    await database.destroy();
    await close();
  }
});

test('a log may be a pipe, as the standard output of a container is', async () => {
  const { subgraph } = countedLibrary();
  const { serveSubgraph, openDatabase } = await import('@resident-graph/subgraph-kit');
  const { vectors } = await import('./vectors.ts');
  const { requestLog, keysFile, close } = await openGuarded(subgraph);
  const database = openDatabase('sqlite::memory:');
  const pipe = `${requestLog}.pipe`;
  execFileSync('mkfifo', [pipe]);
  const reader = await open(pipe, 'r+');
  try {
    const gateway = { keys: keysFile, secrets: [vectors.secret] };
    const starting = serveSubgraph(subgraph, { database, gateway, requestLog: pipe });
    const running = await Promise.race([starting, pause(3000, null, { ref: false })]);
    // Whoever waits for a letter is given one, so that the test ends.
    if (running === null) await reader.write('\n');
    await (await starting).close();
    expect(running).not.toBeNull();
  } finally {
    await reader.close();
    await database.destroy();
    await close();
  }
});

test('a log that cannot be written keeps the subgraph from being served', async () => {
  const { subgraph } = countedLibrary();
  const { serveSubgraph, openDatabase } = await import('@resident-graph/subgraph-kit');
  const guarded = await openGuarded(subgraph);
  const database = openDatabase('sqlite::memory:');
  const { vectors } = await import('./vectors.ts');
  const gateway = { keys: guarded.keysFile, secrets: [vectors.secret] };
  const serving = serveSubgraph(subgraph, { database, gateway, requestLog: '/nowhere/at/all' });
  await expect(serving).rejects.toThrow('--request-log');
  await database.destroy();
  await guarded.close();
});
