import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import type { Migration } from './migration.ts';
import type { Subgraph } from './subgraph.ts';

const tableName = 'resident_graph_migrations';

/** Brings a database to the subgraph's schema; does nothing where it is there already. */
export async function migrate(subgraph: Subgraph, database: Database): Promise<void> {
  await database.migrate.latest(configuration(subgraph));
}

/** The names of the migrations that a database still lacks. Only reads. */
export async function pendingMigrations(subgraph: Subgraph, database: Database): Promise<readonly string[]> {
  const begun = await database.schema.hasTable(tableName);
  const rows = begun ? await database<{ readonly name: string }>(tableName).select('name') : [];
  const applied = new Set(rows.map(({ name }) => name));
  return subgraph.migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

function configuration(subgraph: Subgraph): Knex.MigratorConfig {
  return { tableName, migrationSource: new DefinedMigrations(subgraph.migrations) };
}

class DefinedMigrations implements Knex.MigrationSource<Migration> {
  readonly #migrations: readonly Migration[];

  constructor(migrations: readonly Migration[]) {
    this.#migrations = migrations;
  }

  getMigrations(): Promise<Migration[]> {
    return Promise.resolve([...this.#migrations]);
  }

  getMigrationName(migration: Migration): string {
    return migration.name;
  }

  getMigration(migration: Migration): Promise<Knex.Migration> {
    return Promise.resolve({ up: migration.up, down: migration.down });
  }
}
