import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import knex from 'knex';

/** A database system that governance is tested on. */
interface System {
  /** Its name in REQUIRE_DATABASES. */
  readonly name: 'sqlite' | 'postgres' | 'mariadb';
  readonly client: string;
  /** A database that is there already; null for SQLite. */
  readonly adminUrl: string | null;
}

const systems: readonly System[] = [
  { name: 'sqlite', client: 'better-sqlite3', adminUrl: null },
  {
    name: 'postgres',
    client: 'pg',
    adminUrl: process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  {
    name: 'mariadb',
    client: 'mysql2',
    adminUrl: process.env['TEST_MARIADB_URL'] ?? 'mysql://root@127.0.0.1:3306/mysql',
  },
];

const required = (process.env['REQUIRE_DATABASES'] ?? '').split(',').map((name) => name.trim());
const reachable = new Set(
  (await Promise.all(systems.map(async (system) => ((await answers(system)) ? [system] : [])))).flat(),
);

/** Makes an empty database that no other test sees and answers its URL; it is removed after the tests. */
export type NewDatabase = () => Promise<string>;

/** Registers tests once for each database system on this machine; all that REQUIRE_DATABASES names must be there. */
export function eachDatabase(name: string, promises: (newDatabase: NewDatabase) => void): void {
  for (const system of systems) {
    if (reachable.has(system)) describe(`${name} on ${system.name}`, () => onSystem(system, promises));
    else if (required.includes(system.name)) {
      test(`${name} on ${system.name}`, () => expect(`${system.name} answers`).toBe('no'));
    }
  }
}

function onSystem(system: System, promises: (newDatabase: NewDatabase) => void): void {
  const removals: (() => Promise<void>)[] = [];
  afterAll(async () => {
    await Promise.all(removals.map((remove) => remove()));
  });
  promises(async () => {
    const { url, remove } = await create(system);
    removals.push(remove);
    return url;
  });
}

interface Created {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

async function create(system: System): Promise<Created> {
  const { adminUrl } = system;
  if (adminUrl === null) return createFile();
  const name = `resident_graph_test_${randomBytes(6).toString('hex')}`;
  await administer(system, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const force = system.name === 'postgres' ? ' with (force)' : '';
  return { url: url.href, remove: () => administer(system, `drop database ${name}${force}`) };
}

async function createFile(): Promise<Created> {
  const folder = await mkdtemp(join(tmpdir(), 'governance-'));
  return {
    url: `sqlite:${join(folder, 'state', 'governance.sqlite')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function answers(system: System): Promise<boolean> {
  if (system.adminUrl === null) return true;
  return administer(system, 'select 1').then(
    () => true,
    () => false,
  );
}

async function administer({ client, adminUrl }: System, sql: string): Promise<void> {
  const admin = knex({ client, connection: adminUrl ?? '', pool: { min: 0, max: 1 } });
  try {
    await admin.raw(sql);
  } finally {
    await admin.destroy();
  }
}
