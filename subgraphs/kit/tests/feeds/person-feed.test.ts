import { describe, expect, test } from '@jest/globals';
import { createNumberTokenizer, defineSubgraph, migrate } from '@resident-graph/subgraph-kit';
import type { Database, FeedPage, PersonEntry } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { libraryDefinition } from '../library/library.ts';
import { key, persons, registry, visitor } from './registry.ts';

const agency = registry();

async function ask(
  database: Database,
  after: string | null = null,
  most = 100,
  peer = 'residents',
): Promise<FeedPage<PersonEntry>> {
  const [feed] = agency.feeds;
  const page = await feed?.answer({ peer, after, most }, { database, identityKey: key });
  if (!page) throw new Error('The feed tells nothing.');
  return page as FeedPage<PersonEntry>;
}

eachDialect('the person feed', (open) => {
  const opened = async (): Promise<Database> => {
    const database = await open();
    await migrate(agency, database);
    return database;
  };

  test('tells what the agreement names and the row has, under a keyed hash, and no number', async () => {
    const database = await opened();
    await database('VISITOR').insert(visitor);
    const { entries, more } = await ask(database);
    expect(more).toBe(false);
    expect(entries).toEqual([
      {
        record: key.recordOf('library', '7'),
        person: {
          given: 'Ada',
          surname: 'Quint',
          sex: 'female',
          birthDate: '1990-02-03',
          socialSecurityNumber: key.tokens('912345678'),
        },
      },
    ]);
    const text = JSON.stringify(entries);
    for (const kept of ['912345678', '5678', 'ada@example.org']) expect(text).not.toContain(kept);
  });

  test('tells afterwards what was written since, and of a row that is gone that it was withdrawn', async () => {
    const database = await opened();
    await database('VISITOR').insert([visitor, { ...visitor, VISITOR_NBR: 8 }]);
    const first = await ask(database);
    await expect(ask(database, first.next)).resolves.toEqual({ entries: [], next: first.next, more: false });

    await database('VISITOR').where({ VISITOR_NBR: 8 }).update({ LAST_NM: 'Quint-Moor' });
    const second = await ask(database, first.next);
    expect(second.entries).toMatchObject([
      { record: key.recordOf('library', '8'), person: { surname: 'Quint-Moor' } },
    ]);

    await database('VISITOR').where({ VISITOR_NBR: 7 }).delete();
    const third = await ask(database, second.next);
    expect(third.entries).toEqual([{ record: key.recordOf('library', '7'), person: null }]);
    const all = await ask(database);
    expect(all.entries).toHaveLength(2);
  });

  test('tells nothing anew where only what it does not tell has changed', async () => {
    const database = await opened();
    await database('VISITOR').insert(visitor);
    const { next } = await ask(database);
    await database('VISITOR').update({ EMAIL: 'other@example.org' });
    await expect(ask(database, next)).resolves.toMatchObject({ entries: [] });
  });

  test('comes in pages that hold everybody once', async () => {
    const database = await opened();
    const everybody = Array.from({ length: 25 }, (_, at) => ({ ...visitor, VISITOR_NBR: at + 1 }));
    await database('VISITOR').insert(everybody);
    const records: string[] = [];
    let page: FeedPage<PersonEntry> | null = null;
    do {
      // Each page begins where the one before it ended.
      // oxlint-disable-next-line no-await-in-loop
      page = await ask(database, page?.next ?? null, 10);
      expect(page.entries.length).toBeLessThanOrEqual(10);
      records.push(...page.entries.map(({ record }) => record));
    } while (page.more);
    expect(records).toHaveLength(25);
    expect(new Set(records)).toEqual(
      new Set(everybody.map((one) => key.recordOf('library', String(one.VISITOR_NBR)))),
    );
  });

  test('begins anew for a cursor of a feed that was made before this one', async () => {
    const [database, other] = [await opened(), await opened()];
    await Promise.all([database, other].map((one) => one('VISITOR').insert(visitor)));
    const { next } = await ask(other);
    await expect(ask(database, next)).resolves.toMatchObject({ entries: [{}] });
  });

  test('is for the resident index and nobody else', async () => {
    const database = await opened();
    await expect(ask(database, null, 10, 'benefits')).rejects.toThrow('The feed tells nothing.');
  });

  test('tells of whoever was there before it was', async () => {
    const database = await open();
    const before = registry(undefined);
    const unfed = defineSubgraph({ ...libraryDefinition, migrations: before.migrations.slice(1, 3) });
    await migrate(unfed, database);
    await database('VISITOR').insert(visitor);
    await migrate(agency, database);
    await expect(ask(database)).resolves.toMatchObject({ entries: [{ person: { given: 'Ada' } }] });
  });

  test('goes without a trace when its migration is taken back', async () => {
    const database = await opened();
    const feed = agency.migrations.at(-1);
    await feed?.down(database);
    await database('VISITOR').insert(visitor);
    expect(await database.schema.hasTable('person_feed')).toBe(false);
  });
});

describe('an agency of whose persons nothing may be told', () => {
  const withheld = registry({ withheldBy: '34 USC 12291(b)(2)' });

  test('keeps nothing for telling, and tells nobody anything', async () => {
    const names = withheld.migrations.map(({ name }) => name);
    expect(names.filter((name) => name.includes('feed'))).toEqual([]);
    expect(withheld.follows).toEqual([]);
    expect(withheld.offersPersons).toBe(false);
    const answers = withheld.feeds.map(async (feed) =>
      feed.answer(
        { peer: 'residents', after: null, most: 10 },
        { database: null as never, identityKey: key },
      ),
    );
    expect(await Promise.all(answers)).toEqual([null]);
  });
});

test('a column for an element that the agreement does not name is a mistake of the definition', () => {
  expect(() => registry({ ...persons, elements: { ...persons.elements, email: 'EMAIL' } })).toThrow(
    'persons, elements.email: the agreement identity-matching does not name this element.',
  );
});

test('the same number has the same tokens at every agency that shares the key, and local ids have not', () => {
  expect(key.tokens('912345678')).toEqual(key.tokens('912-34-5678'));
  expect(key.recordOf('library', '7')).not.toBe(key.recordOf('housing', '7'));
  expect(createNumberTokenizer(new Uint8Array(32).fill(5))('912345678')).not.toEqual(key.tokens('912345678'));
});
