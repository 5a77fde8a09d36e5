import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { SupergraphSource } from '../../src/supergraph/index.ts';
import { openSupergraph } from '../../src/supergraph/index.ts';
import { bookshopSdl } from '../fixtures/bookshop.ts';
import { recordingLog } from '../fixtures/recording-log.ts';
import { silentLog } from '../fixtures/silent-log.ts';

async function fileOf(text: string, name: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'composed-file-')), name);
  await writeFile(file, text);
  return file;
}

async function opened(text: string, name: string): Promise<SupergraphSource> {
  return openSupergraph({ file: await fileOf(text, name), watch: false, log: silentLog });
}

describe('a composed supergraph', () => {
  test.each(['theirs.graphql', 'theirs.graphqls', 'theirs.txt', 'supergraph'])(
    'is served as it is, whatever it is called: %s',
    async (name) => {
      const source = await opened(await bookshopSdl(), name);
      expect(source.current.agencies).toEqual([
        { name: 'Catalogue', url: 'http://127.0.0.1:1/catalogue' },
        { name: 'stock_2', url: 'http://127.0.0.1:1/stock' },
      ]);
      expect(Object.keys(source.current.apiSchema.getQueryType()?.getFields() ?? {})).toEqual(['books']);
      await source.close();
    },
  );

  test('is watched: a good change is taken over, a broken one refused with its line', async () => {
    const sdl = await bookshopSdl();
    const file = await fileOf(sdl, 'theirs.graphql');
    const log = recordingLog();
    const source = await openSupergraph({ file, watch: true, log });
    await writeFile(file, sdl.replace('type Book', 'tpye Book'));
    const { file: place } = await log.when(({ message }) => message.startsWith('A change was refused'));
    expect(place).toMatch(/theirs\.graphql:\d+$/);
    await writeFile(file, sdl.replace('title: String', 'title: String pages: Int'));
    await log.when(({ message }) => message === 'A changed supergraph is in force');
    expect(source.current.sdl).toContain('pages: Int');
    await source.close();
  });
});

describe('a file that cannot be served says why', () => {
  test.each<[string, (sdl: string) => string, RegExp]>([
    ['a syntax error', (sdl) => sdl.replace('type Book', 'tpye Book'), /theirs\.graphql:\d+: .*Syntax Error/],
    ['a schema of one subgraph', () => 'type Query { a: Int }', /not a composed supergraph/],
    ['a subgraph without an address', (sdl) => sdl.replace('http://127.0.0.1:1/stock', ''), /"stock_2"/],
    [
      'an address of another kind',
      (sdl) => sdl.replace('http://127.0.0.1:1/stock', 'file:///a'),
      /"stock_2"/,
    ],
  ])('%s', async (_, change, message) => {
    await expect(opened(change(await bookshopSdl()), 'theirs.graphql')).rejects.toThrow(message);
  });

  test('a file that is not there', async () => {
    const missing = openSupergraph({ file: '/nowhere/theirs.graphql', watch: false, log: silentLog });
    await expect(missing).rejects.toThrow('cannot be read');
  });
});
