import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';

import { defineSubgraph, openDatabase } from '@resident-graph/subgraph-kit';
import type { Database, FeedPage, Subgraph } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { libraryDefinition } from '../library/library.ts';
import { key, peer, registry, serveFeeds, visitor } from './registry.ts';

const [adam, berta] = ['0000000000000000000000ADAM', '000000000000000000000BERTA'];
const record = (number: number): string => key.recordOf('library', String(number));

/** A resident index that tells what it was given: one page, then nothing more. */
function indexOf(pages: (FeedPage | 'failing')[], asked: (string | null)[] = []): Subgraph {
  return defineSubgraph({
    ...libraryDefinition,
    name: 'residents',
    feeds: [
      {
        name: 'links',
        answer: async ({ after }) => {
          asked.push(after);
          const next = pages.shift();
          if (next === 'failing') throw new Error('down');
          return next ?? { entries: [], next: after ?? 'x.0', more: false };
        },
      },
    ],
  });
}

const page = (next: string, ...entries: readonly unknown[]): FeedPage => ({ entries, next, more: false });

eachDialect('the link feed', (open) => {
  const agencyWith = async (): Promise<Database> => {
    const database = await open();
    const first = await serveFeeds(registry(), database, []);
    await first.close();
    await database('VISITOR').insert([visitor, { ...visitor, VISITOR_NBR: 8 }]);
    await registry().feeds[0]?.answer(
      { peer: 'residents', after: null, most: 10 },
      { database, identityKey: key },
    );
    return database;
  };
  test('a link, and a link that changed, is in resident_links in a moment; the rest of a page is left out', async () => {
    const database = await agencyWith();
    await database('resident_links').insert({ local_id: '7', resident_id: adam });
    const pages = [
      page('x.1', { record: record(8), resident: adam }, { record: 'of-another-agency', resident: adam }, 7),
      page('x.1', { record: record(8), resident: adam }),
      page('x.2', { record: record(7), resident: berta }),
    ];
    const indexDatabase = openDatabase('sqlite::memory:');
    const index = await serveFeeds(indexOf(pages), indexDatabase, [peer('library', 'a')]);
    const agency = await serveFeeds(registry(), database, [peer('residents', 'a', index.url)]);
    await until(async () => (await links(database))['7'] === berta);
    expect(await links(database)).toEqual({ 7: berta, 8: adam });
    const health = await fetch(`${agency.url}/health/feeds`);
    expect(await health.json()).toMatchObject({
      feeds: [{ feed: 'links', peer: 'residents', entriesSkipped: 2, failures: 0 }],
    });
    expect(agency.lines.join('')).not.toContain(adam);
    await agency.close();
    await index.close();
    await indexDatabase.destroy();
  }, 30_000);

  test('a page that comes too late leaves no trace', async () => {
    const database = await agencyWith();
    const [followed] = registry().follows;
    const take = (after: string, next: string, resident: string) =>
      followed?.take({
        database,
        peer: 'residents',
        entries: [{ record: record(7), resident }],
        advance: async (transaction) => {
          const rows = transaction('feed_cursors').where({ feed: 'links', peer: 'residents', place: after });
          return (await rows.update({ place: next })) === 1;
        },
      });
    await database('feed_cursors').insert({ feed: 'links', peer: 'residents', place: '' });
    await take('', 'x.1', adam);
    await take('x.1', 'x.2', berta);
    await expect(take('', 'x.1', adam)).resolves.toEqual({ taken: 0, skipped: 0 });
    expect(await links(database)).toEqual({ 7: berta });
  });
});

test('an index that is away is asked again, and the feed goes on where it was', async () => {
  const database = openDatabase('sqlite::memory:');
  const asked: (string | null)[] = [];
  const pages: (FeedPage | 'failing')[] = ['failing', 'failing', page('x.5')];
  const indexDatabase = openDatabase('sqlite::memory:');
  const index = await serveFeeds(indexOf(pages, asked), indexDatabase, [peer('library', 'a')]);
  const first = await serveFeeds(registry(), database, [peer('residents', 'a', index.url)]);
  await until(() => Promise.resolve(asked.includes('x.5')));
  await first.close();
  const again = await serveFeeds(registry(), database, [peer('residents', 'a', index.url)]);
  const before = asked.length;
  await until(() => Promise.resolve(asked.length > before));
  expect(asked[before]).toBe('x.5');
  expect(first.lines.filter((line) => line.includes('a feed is not followed'))).toHaveLength(2);
  expect(first.lines.filter((line) => line.includes('is followed again'))).toHaveLength(1);
  await again.close();
  await index.close();
  await Promise.all([database.destroy(), indexDatabase.destroy()]);
}, 30_000);

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await condition()) return;
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
  throw new Error('It did not happen within ten seconds.');
}

async function links(database: Database): Promise<Record<string, string>> {
  const rows = await database('resident_links').orderBy('local_id');
  return Object.fromEntries(rows.map(({ local_id, resident_id }) => [local_id, resident_id]));
}
