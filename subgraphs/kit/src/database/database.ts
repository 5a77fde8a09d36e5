import type { Knex } from 'knex';

/** An agency's database: knex over SQLite, PostgreSQL or MariaDB/MySQL. */
export type Database = Knex;
