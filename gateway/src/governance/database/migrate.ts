import type { Knex } from 'knex';

import type { OpenedDatabase } from './open-database.ts';
import { inTransaction } from './retrying.ts';

/** One step of the database's schema. It may be run again after a run that was cut off. */
export interface Migration {
  /** Must never change. */
  readonly name: string;
  readonly up: (database: Knex.Transaction) => Promise<void>;
}

const table = 'governance_migrations';

/**
 * Brings a database to the schema of this version; does nothing where it is there already.
 *
 * knex's own migrations refuse the second of two processes that start at once, and keep their lock when they are
 * killed; here the second waits, and the database itself frees the lock of the dead.
 */
export async function migrate(
  { database, dialect }: OpenedDatabase,
  migrations: readonly Migration[],
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const unlock = await dialect.lockSchema(transaction);
    try {
      await runPending(transaction, migrations);
    } finally {
      await unlock();
    }
  });
}

async function runPending(transaction: Knex.Transaction, migrations: readonly Migration[]): Promise<void> {
  await createMissingTable(transaction, table, (columns) => {
    columns.string('name', 100).primary();
  });
  const rows = await transaction<{ name: string }>(table).select('name');
  const done = new Set(rows.map(({ name }) => name));
  for (const { name, up } of migrations.filter((migration) => !done.has(migration.name))) {
    // Each step stands on the one before.
    // oxlint-disable-next-line no-await-in-loop
    await up(transaction);
    // oxlint-disable-next-line no-await-in-loop
    await transaction(table).insert({ name });
  }
}

/** Creates a table unless it is there: MariaDB keeps what a migration that was cut off had made. */
export async function createMissingTable(
  transaction: Knex.Transaction,
  name: string,
  define: (columns: Knex.CreateTableBuilder) => void,
): Promise<void> {
  if (await transaction.schema.hasTable(name)) return;
  await transaction.schema.createTable(name, (columns) => {
    // Names that differ in case are different names; other databases compare so without being told.
    if (String(transaction.client.driverName) === 'mysql2') columns.collate('utf8mb4_bin');
    define(columns);
  });
}
