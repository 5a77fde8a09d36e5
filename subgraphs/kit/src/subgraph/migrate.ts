import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import type { Migration } from './migration.ts';
import type { Subgraph } from './subgraph.ts';

const tableName = 'resident_graph_migrations';

export interface MigrateOptions {
  /** Goes on where a migration that was killed left its lock. Only when no other is running. */
  readonly evenIfLocked?: boolean;
}

/**
 * Brings a database to the subgraph's schema; does nothing where it is there already.
 *
 * @throws ConfigurationError when another migration runs, or was killed before its end.
 */
export async function migrate(
  subgraph: Subgraph,
  database: Database,
  { evenIfLocked = false }: MigrateOptions = {},
): Promise<void> {
  const settings = configuration(subgraph);
  if ((await pendingMigrations(subgraph, database)).length === 0) return;
  if (evenIfLocked) await database.migrate.forceFreeMigrationsLock(settings);
  try {
    await database.migrate.latest(settings);
  } catch (error) {
    throw isLock(error) ? locked() : error;
  }
}

/** knex's error for it has neither a code nor a name of its own. */
function isLock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'message') === lockedText;
}

const lockedText = 'Migration table is already locked';

function locked(): ConfigurationError {
  return new ConfigurationError({
    place: 'migrations',
    message: 'another migration of this database is running, or one was killed before its end.',
    remedy: 'Wait for it; if there is none, run migrate with --even-if-locked.',
  });
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
