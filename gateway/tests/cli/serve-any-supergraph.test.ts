import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, test } from '@jest/globals';

import { openBookshop } from '../fixtures/bookshop.ts';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Served {
  readonly child: ChildProcess;
  /** Null if the process ended without one. */
  readonly url: string | null;
  readonly messages: string;
}

/** Runs `serve` as a process of its own until it tells its address or ends. */
async function serve(words: readonly string[], environment: Record<string, string> = {}): Promise<Served> {
  const node = ['--conditions=source', '--import', 'tsx', program, 'serve', '--json', '--port', '0'];
  const open = environment['NODE_ENV'] === 'production' ? [] : ['--enforce-authorization=false'];
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, [...node, ...open, ...words], { env });
  started.push(child);
  const messages: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => messages.push(String(chunk)));
  const ended = once(child, 'close').then(() => null);
  const line = once(createInterface(child.stdout), 'line').then(([text]) => String(text));
  const first = await Promise.race([line, ended]);
  const url = first === null ? null : (JSON.parse(first) as { url: string }).url;
  return { child, url, messages: messages.join('') };
}

async function ask(url: string | null, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ books { title copies } }' }),
  });
  return [response.status, await response.json()];
}

describe("a supergraph of somebody else's making", () => {
  test('is served by the command line, and asked without a token', async () => {
    await using shop = await openBookshop();
    const { child, url, messages } = await serve(['--supergraph', shop.file, '--allow-anonymous']);
    expect(await ask(url)).toEqual([200, { data: { books: [{ title: 'Emma', copies: 3 }] } }]);
    expect(messages).toMatch(/^Warning: .*--allow-anonymous/m);
    expect(messages).toMatch(/^Warning: .*--enforce-authorization=false/m);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('does not have its subgraphs asked for a token that nobody can verify', async () => {
    await using shop = await openBookshop();
    const { url } = await serve(['--supergraph', shop.file, '--allow-anonymous']);
    expect(await ask(url, { authorization: 'Bearer x.y.z' })).toMatchObject([
      401,
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect(shop.catalogue.questions).toHaveLength(0);
  });

  test.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ['without the flag, for lack of keys', [], {}, /authentication\.issuer[\s\S]*authentication\.jwksFile/],
    ['in production', ['--allow-anonymous'], { NODE_ENV: 'production' }, /authentication\.allowAnonymous/],
    [
      'without a policy in production',
      ['--enforce-authorization=false'],
      { NODE_ENV: 'production' },
      /authorization\.enforce/,
    ],
  ])('is not served %s', async (_, flags, environment, message) => {
    await using shop = await openBookshop();
    const { child, url, messages } = await serve(['--supergraph', shop.file, ...flags], environment);
    expect([url, child.exitCode]).toEqual([null, 2]);
    expect(messages).toMatch(message);
  });
});
