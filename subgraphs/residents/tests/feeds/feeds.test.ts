import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';
import {
  createLog,
  defineSubgraph,
  identityKey,
  migrate,
  openDatabase,
  residentReference,
  serveSubgraph,
  takePage,
} from '@resident-graph/subgraph-kit';
import type { Database, FeedPage, SubgraphDefinition } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { emptyRecord, type PersonRecord } from '../../src/linkage/index.ts';
import { importLinks, residents } from '../../src/index.ts';
import { MasterIndex, readIndex, replayIndex } from '../../src/master-index/index.ts';
import { numberOf, person as act } from '../master-index/open-index.ts';
import { peersOf, watch } from './open-feed-peers.ts';

const record = (letter: string): string => letter.repeat(64);
const [adam, berta, former] = ['ADAM', 'BERTA', 'FORMER'].map((name) => name.padStart(26, '0')) as [
  string,
  string,
  string,
];

const personOf = (given: string): PersonRecord => ({ ...emptyRecord, given, surname: 'Quint' });

const own = (letter: string, source: string, given: string) => ({
  id: record(letter),
  source,
  person: personOf(given),
});

/** Adam is known to benefits and housing, Berta to benefits; an id was merged into Berta's before. */
async function filled(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await migrate(residents, database);
  const rows = [
    { id: adam, status: 'ACTIVE', replaced_by: null },
    { id: berta, status: 'ACTIVE', replaced_by: null },
    { id: former, status: 'MERGED', replaced_by: berta },
  ] as const;
  await database('residents').insert(rows.map((row) => ({ ...row, version: 1, as_of: '2026-01-01' })));
  const records = {
    [adam]: [own('a', 'benefits', 'Adam'), own('b', 'housing', 'Adam')],
    [berta]: [own('c', 'benefits', 'Berta')],
  };
  await importLinks(
    database,
    rows.map(({ id, status, replaced_by }) => {
      return { id, status, replacedBy: replaced_by, records: records[id] ?? [] };
    }),
  );
  return database;
}

async function ask(
  database: Database,
  name: 'links' | 'merges',
  peer: string,
  after: string | null = null,
  most = 100,
): Promise<FeedPage | null> {
  const feed = residents.feeds.find((one) => one.name === name);
  return (await feed?.answer({ peer, after, most }, { database, identityKey: null })) ?? null;
}

const take = (database: Database, peer: string, page: FeedPage) => {
  const [feed] = residents.follows;
  if (feed === undefined) throw new Error('Nothing is followed.');
  return takePage(feed, { peer, database }, () => Promise.resolve(page));
};
const page = (next: string, ...entries: readonly unknown[]): FeedPage => ({ entries, next, more: false });

const nobody = { find: () => Promise.resolve([]) };

eachDialect('the feeds of the resident index', (open) => {
  test('an index whose links are imported is what its log says', async () => {
    const database = await filled(open);
    const index = await readIndex(database);
    expect(index).toEqual(await replayIndex(database));
    expect(index.link.get(record('b'))).toEqual({ resident: adam, method: 'AUTO' });
    await expect(importLinks(database, [])).rejects.toThrow('The index is not empty.');
  });

  test('each agency is told the links of its own records and of nobody else’s', async () => {
    const database = await filled(open);
    await expect(ask(database, 'links', 'housing')).resolves.toMatchObject({
      entries: [{ record: record('b'), resident: adam }],
      more: false,
    });
    await expect(ask(database, 'links', 'justice')).resolves.toMatchObject({ entries: [] });
    await expect(ask(database, 'links', 'gateway')).resolves.toBeNull();
  });

  test('pages hold every link once, wherever they are divided', async () => {
    const database = await filled(open);
    const first = await ask(database, 'links', 'benefits', null, 1);
    const second = await ask(database, 'links', 'benefits', first?.next, 1);
    expect(first).toMatchObject({ entries: [{ record: record('a') }], more: true });
    expect(second).toMatchObject({ entries: [{ record: record('c') }], more: false });
    await expect(ask(database, 'links', 'benefits', second?.next)).resolves.toMatchObject({ entries: [] });
  });

  test('a merge, an undo and a split are told to whom they concern, and the merge to the gateway', async () => {
    const database = await filled(open);
    const index = new MasterIndex(database, nobody);
    const [start, housing] = [
      await ask(database, 'links', 'benefits'),
      await ask(database, 'links', 'housing'),
    ];
    const merges = await ask(database, 'merges', 'gateway');
    expect(merges?.entries).toMatchObject([{ resident: former, survivor: berta }]);

    const merge = numberOf(await index.merge(adam, berta, act));
    const merged = await ask(database, 'links', 'benefits', start?.next);
    expect(merged?.entries).toEqual([{ record: record('c'), resident: adam }]);
    await expect(ask(database, 'links', 'housing', housing?.next)).resolves.toMatchObject({ entries: [] });
    const told = await ask(database, 'merges', 'gateway', merges?.next);
    expect(told?.entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ resident: berta, survivor: adam }),
        expect.objectContaining({ resident: former, survivor: adam }),
      ]),
    );

    await index.undo(merge, act);
    const undone = await ask(database, 'links', 'benefits', merged?.next);
    expect(undone?.entries).toEqual([{ record: record('c'), resident: berta }]);
    const takenBack = await ask(database, 'merges', 'gateway', told?.next);
    expect(takenBack?.entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ resident: berta, survivor: null })]),
    );

    await index.unlink(record('b'), act);
    const split = await ask(database, 'links', 'housing', housing?.next);
    expect(split?.entries).toMatchObject([{ record: record('b') }]);
    expect(split?.entries).not.toMatchObject([{ resident: adam }]);
  });

  test('a peer that missed some is told what is now, not what was', async () => {
    const database = await filled(open);
    const index = new MasterIndex(database, nobody);
    const start = await ask(database, 'links', 'benefits');
    const merge = numberOf(await index.merge(adam, berta, act));
    await index.undo(merge, act);
    await expect(ask(database, 'links', 'benefits', start?.next)).resolves.toMatchObject({
      entries: [{ record: record('c'), resident: berta }],
    });
    const other = await filled(open);
    await expect(ask(other, 'links', 'benefits', start?.next)).resolves.toMatchObject({ entries: [{}, {}] });
  });

  test('the merges of residents are for the gateway alone', async () => {
    const database = await filled(open);
    await expect(ask(database, 'merges', 'housing')).resolves.toBeNull();
  });

  describe('persons that agencies offer', () => {
    test('are in the index once, however often a page comes', async () => {
      const database = await filled(open);
      const entry = { record: record('d'), person: { given: 'Carla', surname: 'Moor', secret: 'kept out' } };
      await expect(take(database, 'justice', page('x.1', entry))).resolves.toMatchObject({ taken: 1 });
      const once = await readIndex(database);
      await take(database, 'justice', page('x.1', entry));
      expect(await readIndex(database)).toEqual(once);
      const kept = await database('local_records')
        .where({ id: record('d') })
        .first();
      expect(JSON.parse(kept.person)).toEqual({ ...emptyRecord, given: 'Carla', surname: 'Moor' });
      expect(kept.source).toBe('justice');
      await expect(ask(database, 'links', 'justice')).resolves.toMatchObject({
        entries: [{ record: record('d') }],
      });
    });

    test('are never another agency’s, and what is no person is left out', async () => {
      const database = await filled(open);
      const before = await readIndex(database);
      const entries = [
        { record: record('a'), person: { given: 'Stolen' } },
        { record: record('a'), person: null },
        { record: 'short', person: {} },
        { record: record('e') },
        'text',
        null,
      ];
      await expect(take(database, 'justice', page('x.1', ...entries))).resolves.toMatchObject({
        taken: 0,
        skipped: entries.length,
      });
      expect(await readIndex(database)).toEqual(before);
    });

    test('are not compared any more once they are withdrawn, and stay linked', async () => {
      const database = await filled(open);
      await take(database, 'housing', page('x.1', { record: record('b'), person: null }));
      const index = await readIndex(database);
      expect(index.record.get(record('b'))?.isActive).toBe(false);
      expect(index.link.get(record('b'))?.resident).toBe(adam);
      expect(index).toEqual(await replayIndex(database));
      await take(database, 'housing', page('x.2', { record: record('b'), person: { given: 'Adam' } }));
      expect((await readIndex(database)).record.get(record('b'))?.isActive).toBe(true);
    });
  });
});

describe('an agency that victim-service confidentiality forbids to tell of anybody', () => {
  test('is asked, tells nothing, not a hash, and nothing of it is in the index', async () => {
    const database = openDatabase('sqlite::memory:');
    await migrate(residents, database);
    const [shelter, library] = await Promise.all([
      openAgency('shelter', 'a', { withheldBy: '34 USC 12291(b)(2)' }),
      openAgency('library', 'b', telling),
    ]);
    const peers = await peersOf({
      shelter: { letter: 'a', url: shelter.url },
      library: { letter: 'b', url: library.url },
    });
    const log = createLog('silent');
    const index = await serveSubgraph(residents, { database, allowUnsigned: true, log, feeds: { peers } });
    await until(async () => (await database('local_records').first('id')) !== undefined);
    await until(() => Promise.resolve(shelter.answers.length > 1));
    for (const answer of shelter.answers) expect(answer).toEqual({ status: 403, body: '{}' });
    expect(library.answers[0]?.body).toContain(key.recordOf('library', 'V1'));
    const rows = await database('local_records').select('id', 'source');
    expect(rows).toEqual([{ id: key.recordOf('library', 'V1'), source: 'library' }]);
    const everything = JSON.stringify([await database('index_events').select(), rows]);
    expect(everything).not.toContain('shelter');
    expect(everything).not.toContain(key.recordOf('shelter', 'V1'));
    await index.close();
    await Promise.all([shelter.close(), library.close()]);
    await database.destroy();
  }, 30_000);
});

test('an index that was stopped, and an agency that is away, go on where they were', async () => {
  const database = openDatabase('sqlite::memory:');
  await migrate(residents, database);
  const library = await openAgency('library', 'b', telling);
  const peers = await peersOf({
    library: { letter: 'b', url: library.url },
    away: { letter: 'c', url: 'http://127.0.0.1:9' },
  });
  const serve = () => {
    const log = createLog('silent');
    return serveSubgraph(residents, { database, allowUnsigned: true, log, feeds: { peers } });
  };
  const records = async (): Promise<number> => (await database('local_records').select('id')).length;
  const first = await serve();
  await until(async () => (await records()) === 1);
  await first.close();
  await library.add('V2');
  const second = await serve();
  await until(async () => (await records()) === 2);
  const health = await fetch(second.url.replace('/graphql', '/health/feeds'));
  const { feeds } = (await health.json()) as { feeds: readonly { peer: string; failures: number }[] };
  expect(feeds.find(({ peer }) => peer === 'away')?.failures).toBeGreaterThan(0);
  expect(feeds.find(({ peer }) => peer === 'library')).toMatchObject({ entriesTaken: 1, failures: 0 });
  await second.close();
  await library.close();
  await database.destroy();
}, 30_000);

const key = identityKey(Buffer.alloc(32, 3).toString('base64'));

const telling = {
  agreement: { id: 'identity-matching', elements: ['given'] },
  table: 'VISITOR',
  key: 'NBR',
  elements: { given: 'FIRST_NM' },
} as const;

const schema = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy"])
  type Resident @key(fields: "id") { id: ID!, isMember: Boolean @policy(policies: [["membership"]]) }
`;

/** An agency with one visitor, behind a door that takes notes. */
async function openAgency(
  name: string,
  letter: string,
  persons: NonNullable<SubgraphDefinition<object>['persons']>,
) {
  const agency = defineSubgraph({
    name,
    schema,
    loaders: () => ({}),
    resolvers: { Resident: { ...residentReference, isMember: () => true } },
    persons,
    migrations: [
      {
        name: 'visitors',
        async up(database) {
          await database.schema.createTable('VISITOR', (table) => {
            table.string('NBR', 8).primary();
            table.string('FIRST_NM', 40);
          });
        },
        async down(database) {
          await database.schema.dropTable('VISITOR');
        },
      },
    ],
  });
  const database = openDatabase('sqlite::memory:');
  await migrate(agency, database);
  await database('VISITOR').insert({ NBR: 'V1', FIRST_NM: 'Dora' });
  const feeds = { peers: await peersOf({ residents: { letter } }), identityKey: key };
  const log = createLog('silent');
  const running = await serveSubgraph(agency, { database, allowUnsigned: true, log, feeds });
  const watched = await watch(running.url);
  const close = async (): Promise<void> => {
    await watched.close();
    await running.close();
    await database.destroy();
  };
  const add = (NBR: string): Promise<unknown> => database('VISITOR').insert({ NBR, FIRST_NM: 'Emil' });
  return { url: watched.url, answers: watched.answers, add, close };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isSo()) return;
    // oxlint-disable-next-line no-await-in-loop
    await pause(25);
  }
  throw new Error('It was not so within ten seconds.');
}
