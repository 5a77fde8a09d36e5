import type { Migration } from '@resident-graph/subgraph-kit';

/**
 * Who is whom: local records, whose they are and were, what persons have said of them, questions to persons, and the
 * log of which all of these are the sum. The residents themselves are in `residents`.
 */
export const masterIndex: Migration = {
  name: '004-master-index',
  up: async (database) => {
    await database.schema.createTable('index_clock', (table) => {
      table.integer('sequence').notNullable();
    });
    await database('index_clock').insert({ sequence: 0 });
    await database.schema.createTable('index_events', (table) => {
      table.integer('sequence').primary();
      table.string('type', 8).notNullable();
      table.string('actor', 120).notNullable();
      table.string('reason', 400).notNullable();
      table.string('at', 30).notNullable();
      table.integer('undoes').index();
      table.text('changes', 'longtext').notNullable();
    });
    await database.schema.createTable('local_records', (table) => {
      table.string('id', 64).primary();
      table.string('source', 40).notNullable();
      table.text('person').notNullable();
      table.smallint('is_active').notNullable();
    });
    await database.schema.createTable('record_links', (table) => {
      table.string('record_id', 64).notNullable();
      table.string('resident_id', 26).notNullable();
      table.string('method', 8).notNullable();
      table.integer('from_sequence').notNullable();
      table.integer('until_sequence');
      table.primary(['record_id', 'from_sequence']);
      table.index(['resident_id', 'until_sequence']);
    });
    await database.schema.createTable('record_constraints', (table) => {
      table.string('one', 64).notNullable();
      table.string('other', 64).notNullable();
      table.string('kind', 12).notNullable();
      table.integer('from_sequence').notNullable();
      table.integer('until_sequence');
      table.primary(['one', 'other', 'from_sequence']);
    });
    await database.schema.createTable('review_items', (table) => {
      table.string('id', 120).primary();
      table.string('kind', 20).notNullable();
      table.string('record_id', 64).notNullable();
      table.string('resident_id', 26).notNullable();
      table.string('status', 8).notNullable().index();
      table.integer('since_sequence').notNullable();
    });
    await database.schema.createTable('record_keys', (table) => {
      table.string('record_id', 64).notNullable().index();
      table.string('name', 60).notNullable();
      table.bigInteger('hash').notNullable();
      table.primary(['name', 'hash', 'record_id']);
    });
    await database.schema.createTable('linkage_models', (table) => {
      table.integer('version').primary();
      table.string('state', 8).notNullable().index();
      table.text('parameters', 'longtext').notNullable();
      table.string('fitted_at', 30).notNullable();
    });
  },
  down: async (database) => {
    const tables = [
      'linkage_models',
      'record_keys',
      'review_items',
      'record_constraints',
      'record_links',
      'local_records',
      'index_events',
      'index_clock',
    ];
    for (const table of tables) await database.schema.dropTable(table);
  },
};
