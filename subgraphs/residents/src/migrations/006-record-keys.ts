import type { Database, Migration } from '@resident-graph/subgraph-kit';

import { keepKeys } from '../master-index/index.ts';

const recordsAtOnce = 500;

/**
 * Keys in a form that bears millions of records: numbers in place of names and ids, and values counted when they come
 * instead of when they are asked for. Records that are there already get their keys anew.
 */
export const recordKeys: Migration = {
  name: '006-record-keys',
  up: async (database) => {
    await database.schema.dropTable('record_keys');
    await database.schema.createTable('record_numbers', (table) => {
      table.integer('number').primary();
      table.string('record_id', 64).notNullable().unique();
      table.text('kept').notNullable();
    });
    await database.schema.createTable('record_keys', (table) => {
      table.integer('hash').notNullable();
      table.integer('number').notNullable();
      table.primary(['hash', 'number']);
    });
    await database.schema.createTable('value_counts', (table) => {
      table.integer('hash').primary();
      table.integer('records').notNullable();
    });
    await keepAllKeys(database);
  },
  down: async (database) => {
    for (const table of ['value_counts', 'record_keys', 'record_numbers']) {
      await database.schema.dropTable(table);
    }
    await database.schema.createTable('record_keys', (table) => {
      table.string('record_id', 64).notNullable().index();
      table.string('name', 60).notNullable();
      table.bigInteger('hash').notNullable();
      table.primary(['name', 'hash', 'record_id']);
    });
  },
};

async function keepAllKeys(database: Database): Promise<void> {
  let last = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const records: readonly { id: string; person: string }[] = await database('local_records')
      .where('id', '>', last)
      .orderBy('id')
      .limit(recordsAtOnce)
      .select('id', 'person');
    if (records.length === 0) return;
    last = records.at(-1)!.id;
    // oxlint-disable-next-line no-await-in-loop
    await database.transaction(async (transaction) => {
      for (const { id, person } of records) {
        // oxlint-disable-next-line no-await-in-loop
        await keepKeys(transaction, id, JSON.parse(person));
      }
    });
  }
}
