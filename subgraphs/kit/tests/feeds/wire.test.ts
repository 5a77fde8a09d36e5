import { createServer } from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';
import { migrate, openDatabase, serveSubgraph } from '@resident-graph/subgraph-kit';
import type { Database, FeedPeer } from '@resident-graph/subgraph-kit';

import { signRequest } from '../../src/authorization/index.ts';
import { askFeed } from '../../src/feeds/index.ts';
import { recordingLog } from '../recording-log.ts';
import { key, peer, registry, secretOf, serveFeeds, visitor } from './registry.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) {
    // The server goes before its database.
    // oxlint-disable-next-line no-await-in-loop
    await close();
  }
});

async function served(subgraph = registry(), peers = [peer('residents', 'a'), peer('benefits', 'b')]) {
  const database: Database = openDatabase('sqlite::memory:');
  closers.push(() => database.destroy());
  const running = await serveFeeds(subgraph, database, peers);
  closers.push(running.close);
  return { ...running, database };
}

const question = { after: null, most: 10 };
const now = (): AbortSignal => new AbortController().signal;

function library(url: string, letter: string): FeedPeer & { readonly url: URL } {
  return { ...peer('library', letter), url: new URL(url) };
}

/** A request as the resident index signs it, with what is changed. */
function signed(url: string, changes: Partial<Parameters<typeof signRequest>[0]> = {}) {
  const target = `${url}/feeds/persons`;
  const body = changes.body ?? JSON.stringify(question);
  const headers = signRequest({
    label: 'feed',
    tag: 'resident-graph-feed',
    target,
    body,
    headers: [['resident-graph-audience', 'library']],
    secret: secretOf('a'),
    at: new Date(),
    ...changes,
  });
  return { target, body, headers: { 'content-type': 'application/json', ...headers } };
}

async function post({ target, body, headers }: ReturnType<typeof signed>) {
  const response = await fetch(target, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}

describe('feeds at the wire', () => {
  test('a peer is answered, and can tell the answer from any other', async () => {
    const { url, database } = await served();
    await database('VISITOR').insert(visitor);
    const page = await askFeed(library(url, 'a'), 'persons', question, now());
    expect(page.entries).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain(visitor.SSN);
  });

  test('whoever is no peer is answered 401 and nothing of the feed', async () => {
    const { url, database, lines } = await served();
    await database('VISITOR').insert(visitor);
    const right = signed(url);
    const refused = [
      { ...right, headers: { 'content-type': 'application/json' } },
      signed(url, { secret: secretOf('z') }),
      signed(url, { headers: [['resident-graph-audience', 'housing']] }),
      signed(url, { at: new Date(Date.now() - 60_000) }),
      signed(url, { at: new Date(Date.now() + 60_000) }),
      signed(url, { tag: 'resident-graph-decisions' }),
      signed(url, { label: 'subgraph' }),
      signed(url, { target: `${url}/feeds/links` }),
      { ...right, body: JSON.stringify({ after: null, most: 11 }) },
      { ...right, headers: { ...right.headers, 'resident-graph-audience': 'housing' } },
    ];
    const answers = await Promise.all(
      refused.map(({ body, headers }) => post({ target: `${url}/feeds/persons`, body, headers })),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(401);
      expect(text).not.toContain('record');
    }
    expect(lines.filter((line) => line.includes('no peer asks'))).toHaveLength(refused.length);
    expect(lines.join('')).not.toContain('Ada');
  });

  test('a request counts once', async () => {
    const { url } = await served();
    const request = signed(url);
    await expect(post(request)).resolves.toMatchObject({ status: 200 });
    await expect(post(request)).resolves.toMatchObject({ status: 401 });
  });

  test('a feed is not for every peer, and what is no question is not answered', async () => {
    const { url } = await served();
    await expect(askFeed(library(url, 'b'), 'persons', question, now())).rejects.toThrow('status 403');
    const unclear = [{ after: 1, most: 10 }, { after: null, most: 0 }, { most: 'all' }, []];
    for (const asked of unclear) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await post(signed(url, { body: JSON.stringify(asked) }));
      expect(answer).toEqual({ status: 400, text: '{}' });
    }
    const nowhere = await fetch(`${url}/feeds/nothing`, { method: 'POST', body: '{}' });
    expect(nowhere.status).toBe(404);
  });

  test('an answer by somebody else, or to another question, is none', async () => {
    const { url } = await served();
    const impostor = await served(registry(), [peer('residents', 'c')]);
    await expect(askFeed(library(impostor.url, 'a'), 'persons', question, now())).rejects.toThrow(
      'unsigned answer 401',
    );
    const right = await fetch(`${url}/feeds/persons`, { method: 'POST', ...signed(url) });
    expect(right.headers.get('signature')).toMatch(/^feed=:/);
    const recorded = { body: await right.text(), headers: Object.fromEntries(right.headers) };
    const replaying = createServer((_, response) => {
      for (const name of ['content-digest', 'signature', 'signature-input'])
        response.setHeader(name, recorded.headers[name] ?? '');
      response.end(recorded.body);
    });
    await new Promise<void>((resolve) => replaying.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => replaying.close(resolve)));
    const { port } = replaying.address() as { port: number };
    const asked = askFeed(library(`http://127.0.0.1:${port}`, 'a'), 'persons', question, now());
    await expect(asked).rejects.toThrow('unsigned answer 200');
  });

  test('an agency that may tell of nobody refuses the index itself, in the same words with people and without', async () => {
    const { url, database } = await served(registry({ withheldBy: '34 USC 12291(b)(2)' }));
    const empty = await post(signed(url));
    await database('VISITOR').insert(visitor);
    const full = await post(signed(url));
    expect(empty).toEqual({ status: 403, text: '{}' });
    expect(full).toEqual(empty);
  });

  test('without peers there are no feeds, and the log says so', async () => {
    const [database, log, agency] = [openDatabase('sqlite::memory:'), recordingLog(), registry()];
    await migrate(agency, database);
    const running = await serveSubgraph(agency, { database, log, allowUnsigned: true });
    const url = running.url.replace('/graphql', '');
    await expect(post(signed(url))).resolves.toMatchObject({ status: 404 });
    expect(log.lines.join('')).toContain('no feeds are exchanged with the resident index');
    await running.close();
    await database.destroy();
  });

  test.each([Number.NaN, 60])(
    'clocks that may differ by %d seconds are refused',
    async (clockSkewSeconds) => {
      const database = openDatabase('sqlite::memory:');
      await migrate(registry(), database);
      const feeds = { peers: [], identityKey: key, clockSkewSeconds };
      const starting = serveSubgraph(registry(), { database, allowUnsigned: true, feeds });
      await expect(starting).rejects.toThrow('--clock-skew');
      await database.destroy();
    },
  );

  test('persons are not offered without the key that stands for their identifiers', async () => {
    const database = openDatabase('sqlite::memory:');
    await migrate(registry(), database);
    const starting = serveSubgraph(registry(), { database, allowUnsigned: true, feeds: { peers: [] } });
    await expect(starting).rejects.toThrow('--identity-key-file');
    await database.destroy();
  });
});
