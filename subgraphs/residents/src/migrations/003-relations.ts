import type { Migration } from '@resident-graph/subgraph-kit';

/** Whom a resident lives with, which agencies know them, and where the golden record's values come from. */
export const relations: Migration = {
  name: '003-relations',
  up: async (database) => {
    await database.schema.createTable('household_members', (table) => {
      table.integer('id').primary();
      table.integer('household_id').notNullable().index();
      table.string('resident_id', 26).notNullable().index();
      table.string('relationship', 16).notNullable();
      table.smallint('position').notNullable();
      table.date('valid_from');
      table.date('valid_until');
      table.string('source', 40).notNullable();
      table.date('as_of').notNullable();
    });
    await database.schema.createTable('resident_agencies', (table) => {
      table.string('resident_id', 26).notNullable();
      table.string('agency', 40).notNullable();
      table.date('known_since').notNullable();
      table.smallint('is_concealed').notNullable();
      table.primary(['resident_id', 'agency']);
    });
    await database.schema.createTable('resident_field_sources', (table) => {
      table.string('resident_id', 26).notNullable();
      table.string('field', 24).notNullable();
      table.string('source', 40).notNullable();
      table.date('as_of').notNullable();
      table.string('rule', 16).notNullable();
      table.primary(['resident_id', 'field']);
    });
  },
  down: async (database) => {
    for (const table of ['resident_field_sources', 'resident_agencies', 'household_members']) {
      await database.schema.dropTable(table);
    }
  },
};
