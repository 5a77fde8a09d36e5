import type { Migration } from '@resident-graph/subgraph-kit';

import { searchKeys } from '../search/index.ts';

/**
 * The golden record: ids, names, birth dates and what else identifies a person. Names carry derived columns
 * that the search looks up by equality; the database fills them itself.
 */
export const goldenRecord: Migration = {
  name: '001-golden-record',
  up: async (database) => {
    await database.schema.createTable('residents', (table) => {
      table.string('id', 26).primary();
      table.string('status', 8).notNullable();
      table.string('replaced_by', 26).index();
      table.integer('version').notNullable();
      table.date('as_of').notNullable();
      table.date('birth_date').index();
      table.smallint('birth_date_quality');
      table.date('death_date');
      table.smallint('sex');
      table.string('ssn_last_four', 4).index();
      table.string('ssn_hash', 64).index();
      table.smallint('ssn_quality');
    });
    await database.schema.createTable('resident_names', (table) => {
      table.integer('id').primary();
      table.string('resident_id', 26).notNullable().index();
      table.string('name_use', 8).notNullable();
      table.string('given', 80);
      table.string('middle', 80);
      table.string('surname', 80);
      table.string('suffix', 8);
      table.date('valid_from');
      table.date('valid_until');
      for (const column of ['given', 'surname']) {
        table.specificType(`${column}_key`, derived(80, searchKeys.exact.sql(column)));
        table.specificType(`${column}_start`, derived(3, searchKeys.start.sql(column)));
        table.specificType(`${column}_sound`, derived(80, searchKeys.sound.sql(column)));
      }
      table.index(['surname_sound', 'resident_id']);
      table.index(['surname_start', 'resident_id']);
      table.index(['given_sound', 'resident_id']);
      table.index(['given_start', 'resident_id']);
    });
    await database.schema.createTable('resident_races', (table) => {
      table.string('resident_id', 26).notNullable();
      table.string('race', 40).notNullable();
      table.primary(['resident_id', 'race']);
    });
    await database.schema.createTable('resident_languages', (table) => {
      table.string('resident_id', 26).notNullable();
      table.smallint('preference').notNullable();
      table.string('tag', 35).notNullable();
      table.primary(['resident_id', 'preference']);
    });
  },
  down: async (database) => {
    for (const table of ['resident_languages', 'resident_races', 'resident_names', 'residents']) {
      await database.schema.dropTable(table);
    }
  },
};

function derived(length: number, expression: string): string {
  return `varchar(${String(length)}) generated always as (${expression}) stored`;
}
