import { randomBytes } from 'node:crypto';

import { openDatabase } from '../database/index.ts';
import type { Database, DialectName } from '../database/index.ts';

/** A database system that tests run on. */
export interface TestSystem {
  readonly dialect: DialectName;
  /** Its name in REQUIRE_DATABASES. */
  readonly name: 'sqlite' | 'postgres' | 'mariadb';
  /** A database that is there already, from which others are made; none for SQLite. */
  readonly adminUrl: string | null;
}

/** A fresh and empty database of a test. */
export interface TestDatabase {
  readonly database: Database;
  /** Closes the database and removes it. */
  readonly remove: () => Promise<void>;
}

/** All systems, by URLs that TEST_POSTGRES_URL and TEST_MARIADB_URL may override. */
export const testSystems: readonly TestSystem[] = [
  { dialect: 'sqlite', name: 'sqlite', adminUrl: null },
  {
    dialect: 'postgres',
    name: 'postgres',
    adminUrl: process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  {
    dialect: 'mysql',
    name: 'mariadb',
    adminUrl: process.env['TEST_MARIADB_URL'] ?? 'mysql://root@127.0.0.1:3306/mysql',
  },
];

/** Whether a system answers on this machine. */
export async function isReachable({ adminUrl }: TestSystem): Promise<boolean> {
  if (adminUrl === null) return true;
  try {
    await administer(adminUrl, 'select 1');
    return true;
  } catch {
    return false;
  }
}

/** Makes a database that no other test sees. */
export async function createTestDatabase({ dialect, adminUrl }: TestSystem): Promise<TestDatabase> {
  if (adminUrl === null) return embedded();
  const name = `resident_graph_test_${randomBytes(6).toString('hex')}`;
  // As the README asks of agencies: keys that differ in case are different keys.
  const collation = dialect === 'mysql' ? ' character set utf8mb4 collate utf8mb4_bin' : '';
  await administer(adminUrl, `create database ${name}${collation}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const database = openDatabase(url.href, { poolSize: 4 });
  return {
    database,
    remove: async () => {
      await database.destroy();
      await administer(adminUrl, `drop database ${name}${dialect === 'postgres' ? ' with (force)' : ''}`);
    },
  };
}

function embedded(): TestDatabase {
  const database = openDatabase('sqlite::memory:');
  return { database, remove: () => database.destroy() };
}

async function administer(adminUrl: string, sql: string): Promise<void> {
  const admin = openDatabase(adminUrl, { poolSize: 1, acquireTimeoutMilliseconds: 3_000 });
  try {
    await admin.raw(sql);
  } finally {
    await admin.destroy();
  }
}
