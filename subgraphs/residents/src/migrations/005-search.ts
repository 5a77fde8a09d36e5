import type { Migration } from '@resident-graph/subgraph-kit';

/**
 * What the search reads: for each active resident one profile of normalised values and the keys by which it is looked
 * up, the names that occur, how far the log was followed, and what was asked.
 */
export const search: Migration = {
  name: '005-search',
  up: async (database) => {
    await database.schema.createTable('search_profiles', (table) => {
      table.integer('number').primary();
      table.string('resident_id', 26).notNullable().unique();
      table.text('profile').notNullable();
    });
    await database.schema.createTable('search_keys', (table) => {
      table.integer('hash').notNullable();
      table.integer('number').notNullable();
      table.primary(['hash', 'number']);
    });
    await database.schema.createTable('search_names', (table) => {
      table.integer('number').primary();
      table.string('kind', 8).notNullable();
      table.string('name', 80).notNullable();
      table.integer('residents').notNullable();
      table.unique(['kind', 'name']);
    });
    await database.schema.createTable('search_state', (table) => {
      table.integer('sequence').notNullable();
      table.integer('built').notNullable();
      table.integer('residents').notNullable();
    });
    // Before everything: nothing was looked at yet.
    await database('search_state').insert({ sequence: -1, built: 0, residents: 0 });
    await database.schema.createTable('search_log', (table) => {
      table.string('id', 32).primary();
      table.string('at', 30).notNullable();
      table.string('subject', 120).notNullable();
      table.string('agency', 80).notNullable();
      table.string('purpose', 40);
      table.string('kind', 8).notNullable();
      table.string('identifiers', 160).notNullable();
      table.index(['subject', 'at']);
    });
    await database.schema.createTable('search_guesses', (table) => {
      table.string('subject', 120).notNullable();
      table.string('day', 10).notNullable().index();
      table.integer('aim').notNullable();
      table.integer('guess').notNullable();
      table.primary(['subject', 'day', 'aim', 'guess']);
    });
    // The search follows the log by the residents whom events concern.
    await database.schema.alterTable('event_residents', (table) => {
      table.index('sequence');
    });
  },
  down: async (database) => {
    await database.schema.alterTable('event_residents', (table) => {
      table.dropIndex('sequence');
    });
    const tables = [
      'search_guesses',
      'search_log',
      'search_state',
      'search_names',
      'search_keys',
      'search_profiles',
    ];
    for (const table of tables) await database.schema.dropTable(table);
  },
};
