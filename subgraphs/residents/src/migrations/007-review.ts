import type { Database, Migration } from '@resident-graph/subgraph-kit';

/**
 * The desk at which persons answer the index's questions: who works on which, what each reader said, and which
 * residents an entry of the log concerns. The log itself no longer holds what agencies say of people: an entry names a
 * content, and the contents are in tables whose rows can be taken away. Models come in versions that run in shadow.
 */
export const review: Migration = {
  name: '007-review',
  up: async (database) => {
    await addColumns(database);
    await addTables(database);
  },
  down: async (database) => {
    const tables = [
      'shadow_differences',
      'former_contents',
      'event_residents',
      'review_readings',
      'review_work',
    ];
    for (const table of tables) await database.schema.dropTable(table);
    await database.schema.alterTable('linkage_models', (table) => {
      table.dropColumns('sources', 'judged', 'compared', 'differing');
    });
    await database.schema.alterTable('local_records', (table) => table.dropColumn('content'));
    await database.schema.alterTable('review_items', (table) => {
      table.dropIndex('record_id');
      table.dropIndex('resident_id');
      table.dropColumns('other_id', 'weight');
    });
    await database.schema.alterTable('index_events', (table) => table.dropColumn('purpose'));
  },
};

async function addColumns(database: Database): Promise<void> {
  await database.schema.alterTable('index_events', (table) => table.string('purpose', 40));
  await database.schema.alterTable('review_items', (table) => {
    table.string('other_id', 64);
    table.integer('weight');
    table.index('record_id');
    table.index('resident_id');
  });
  await database.schema.alterTable('local_records', (table) =>
    table.string('content', 26).notNullable().defaultTo(''),
  );
  // Records of an index that was filled before: their ids are keyed hashes, so that their beginnings tell them apart.
  await database('local_records').update({ content: database.raw('substr(id, 1, 26)') });
  await database.schema.alterTable('linkage_models', (table) => {
    table.text('sources', 'longtext');
    table.integer('judged').notNullable().defaultTo(0);
    table.integer('compared').notNullable().defaultTo(0);
    table.integer('differing').notNullable().defaultTo(0);
  });
}

async function addTables(database: Database): Promise<void> {
  await database.schema.createTable('review_work', (table) => {
    table.string('review_id', 120).primary();
    table.string('lane', 40).notNullable();
    table.string('queue_key', 160).notNullable();
    table.integer('version').notNullable();
    table.string('opened_at', 30).notNullable();
    table.string('claimed_by', 120);
    table.string('claimed_at', 30);
    table.string('lease_until', 30);
    table.integer('deferrals').notNullable().defaultTo(0);
    table.integer('disagreements').notNullable().defaultTo(0);
    table.smallint('needs_second_reader').notNullable().defaultTo(0);
    table.string('first_reader', 120);
    table.string('first_decision', 16);
    table.string('decision', 16);
    table.string('decided_at', 30);
    table.index(['lane', 'queue_key']);
  });
  await database.schema.createTable('review_readings', (table) => {
    table.increments('id');
    table.string('review_id', 120).notNullable().index();
    table.string('kind', 20).notNullable();
    table.integer('weight');
    table.integer('round').notNullable();
    table.integer('position').notNullable();
    table.string('reader', 120).notNullable();
    table.string('decision', 16).notNullable();
    table.string('reason', 400).notNullable();
    table.string('purpose', 40);
    table.smallint('is_applied').notNullable();
    table.integer('seconds').notNullable();
    table.string('at', 30).notNullable().index();
  });
  await database.schema.createTable('event_residents', (table) => {
    table.string('id', 40).primary();
    table.integer('sequence').notNullable();
    table.string('resident_id', 26).notNullable();
    table.index(['resident_id', 'sequence']);
  });
  await database.schema.createTable('former_contents', (table) => {
    table.string('content', 26).primary();
    table.string('record_id', 64).notNullable().index();
    table.text('person').notNullable();
  });
  await database.schema.createTable('shadow_differences', (table) => {
    table.increments('id');
    table.integer('version').notNullable().index();
    table.string('record_id', 64).notNullable();
    table.string('other_id', 64).notNullable();
    table.string('active_decision', 8).notNullable();
    table.string('shadow_decision', 8).notNullable();
    table.string('at', 30).notNullable();
  });
}
