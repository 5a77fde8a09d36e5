import { expect, test } from '@jest/globals';
import { migrate, type Database } from '@resident-graph/subgraph-kit';
import { eachDialect, type OpenTestDatabase } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../../src/index.ts';
import type { Decision } from '../../src/linkage/index.ts';
import {
  MasterIndex,
  activateModel,
  activeModel,
  driftOf,
  keepModel,
  shadowModel,
  withShadow,
  type Matcher,
} from '../../src/master-index/index.ts';

const model = {
  comparisons: [
    {
      name: 'surname',
      levels: ['exact', 'different'],
      same: [0.9, 0.1],
      household: [1, 0],
      strangers: [0.01, 0.99],
    },
  ],
  share: { same: 0.1, household: 0.1, strangers: 0.8 },
  records: 1_000,
  pairs: 499_500,
  iterations: 12,
};

/** Decides of every other record alike. */
function matcherThat(decision: Decision): Matcher {
  return {
    find: async (transaction, id) => {
      const rows: readonly { readonly id: string }[] = await transaction('local_records').whereNot({ id });
      return rows.map((row) => ({ record: row.id, weight: decision === 'apart' ? -9 : 9, decision }));
    },
  };
}

eachDialect('a model in shadow', (open) => {
  test('judges what the active one judges, decides nothing, and its differences are counted and listed', async () => {
    const { database, version } = await withModels(open);
    const index = new MasterIndex(
      database,
      withShadow(matcherThat('apart'), { version, matcher: matcherThat('link') }),
    );
    await index.load({ id: 'h1', source: 'housing', person: 'a' });
    await index.load({ id: 'b1', source: 'benefits', person: 'b' });
    const links = await database('record_links').select('resident_id');
    expect(new Set(links.map(({ resident_id: id }) => id)).size).toBe(2);
    expect(await driftOf(database, version)).toMatchObject({
      judged: 2,
      compared: 1,
      differing: 1,
      opposed: 1,
      passes: false,
    });
    const rows = await database('shadow_differences').select(
      'record_id',
      'other_id',
      'active_decision',
      'shadow_decision',
    );
    expect(rows).toEqual([
      { record_id: 'b1', other_id: 'h1', active_decision: 'apart', shadow_decision: 'link' },
    ]);
  });

  test('is not activated while its drift does not pass: too few judged, or one that it alone would link', async () => {
    const { database, version } = await withModels(open);
    expect(await activateModel(database, version)).toMatchObject({ passes: false, judged: 0 });
    await database('linkage_models').where({ version }).update({ judged: 500, compared: 500, differing: 11 });
    expect(await activateModel(database, version)).toMatchObject({ passes: false });
    expect(await activateModel(database, 99)).toBeNull();
    expect((await shadowModel(database))?.version).toBe(version);
  });

  test('decides once its drift passes, and the one before is kept', async () => {
    const { database, version } = await withModels(open);
    await database('linkage_models').where({ version }).update({ judged: 500, compared: 500, differing: 10 });
    expect(await activateModel(database, version)).toMatchObject({ passes: true });
    expect((await activeModel(database))?.records).toBe(2_000);
    const states = await database('linkage_models').orderBy('version').select('version', 'state');
    expect(states).toEqual([
      { version: 1, state: 'RETIRED' },
      { version: 2, state: 'ACTIVE' },
    ]);
  });

  test('is kept with where each of its parameters comes from', async () => {
    const { database } = await withModels(open);
    const { sources } = await database('linkage_models').where({ version: 1 }).first('sources');
    const named = JSON.parse(sources) as readonly { parameter: string; source: string }[];
    expect(named.find(({ parameter }) => parameter === 'surname.same')?.source).toMatch(
      /1000 records, 499500 pairs, 12 rounds/,
    );
    expect(named.map(({ parameter }) => parameter)).toEqual(
      expect.arrayContaining([
        'share.same',
        'surname.strangers',
        'guard',
        'leastWeight',
        'certain',
        'possible',
      ]),
    );
  });
});

async function withModels(
  open: OpenTestDatabase,
): Promise<{ readonly database: Database; readonly version: number }> {
  const database = await open();
  await migrate(residents, database);
  await keepModel(database, model, 'ACTIVE');
  const version = await keepModel(database, { ...model, records: 2_000 }, 'SHADOW');
  return { database, version };
}
