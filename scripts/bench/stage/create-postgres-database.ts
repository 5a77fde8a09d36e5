import { randomBytes } from 'node:crypto';

import { openDatabase } from '@resident-graph/subgraph-kit';

/** A database of this run's own. */
export interface PostgresDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a database on the PostgreSQL server that TEST_POSTGRES_URL names, or on this machine's.
 *
 * @throws Error if it doesn't answer
 */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const admin = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `resident_graph_bench_${randomBytes(6).toString('hex')}`;
  await administer(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, remove: async () => administer(admin, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const database = openDatabase(url, { poolSize: 1, acquireTimeoutMilliseconds: 3000 });
  try {
    await database.raw(statement);
  } finally {
    await database.destroy();
  }
}
