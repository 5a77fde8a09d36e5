import type { Migration } from '@resident-graph/subgraph-kit';

import { searchKeys } from '../search/index.ts';

/**
 * Where residents live and how they are reached. Actual addresses of address-confidentiality participants have
 * a table of their own, without search columns, so that no search can find anybody by them.
 */
export const contact: Migration = {
  name: '002-contact',
  up: async (database) => {
    await database.schema.createTable('resident_addresses', (table) => {
      table.integer('id').primary();
      table.string('resident_id', 26).notNullable();
      table.string('line1', 120).notNullable();
      table.string('line2', 60);
      table.string('city', 60);
      table.string('county', 60);
      table.string('state', 2);
      table.string('postal_code', 5);
      table.smallint('is_substitute').notNullable();
      table.date('valid_from').notNullable();
      table.date('valid_until');
      const key = searchKeys.address.sql('line1');
      table.specificType('line_key', `varchar(120) generated always as (${key}) stored`);
      table.index(['resident_id', 'valid_from', 'id']);
      table.index(['line_key', 'resident_id']);
      table.index(['postal_code', 'resident_id']);
    });
    await database.schema.createTable('resident_protected_addresses', (table) => {
      table.integer('id').primary();
      table.string('resident_id', 26).notNullable().index();
      table.string('line1', 120).notNullable();
      table.string('line2', 60);
      table.string('city', 60);
      table.string('county', 60);
      table.string('state', 2);
      table.string('postal_code', 5);
      table.date('valid_from').notNullable();
      table.date('valid_until');
    });
    await database.schema.createTable('resident_phones', (table) => {
      table.integer('id').primary();
      table.string('resident_id', 26).notNullable().index();
      table.string('number', 10).notNullable();
      table.string('phone_use', 8).notNullable();
      table.date('valid_from');
      table.date('valid_until');
      table.index(['number', 'resident_id']);
    });
    await database.schema.createTable('resident_emails', (table) => {
      table.integer('id').primary();
      table.string('resident_id', 26).notNullable().index();
      table.string('address', 120).notNullable();
      table.date('valid_from');
      table.date('valid_until');
      table.specificType('address_key', 'varchar(120) generated always as (lower(address)) stored');
      table.index(['address_key', 'resident_id']);
    });
  },
  down: async (database) => {
    const tables = [
      'resident_emails',
      'resident_phones',
      'resident_protected_addresses',
      'resident_addresses',
    ];
    for (const table of tables) await database.schema.dropTable(table);
  },
};
