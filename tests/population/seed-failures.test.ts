import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openDatabase } from '@resident-graph/subgraph-kit';
import { demonstrationAgencies, isSeeded, seed } from '../../scripts/seeding/index.ts';

const population = { seed: 7, residents: 110 };
const agencies = demonstrationAgencies.filter(({ recorder }) => recorder.agency === 'justice');

// The machine may be busy; how long it takes is no promise of these tests.
jest.setTimeout(120_000);

const onLinux = process.platform === 'linux' ? test : test.skip;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-failures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const truthFile = (): string => join(folder, 'truth.csv');
const databaseFile = (): string => join(folder, 'justice.sqlite');

const fill = (): Promise<void> =>
  seed({
    ...population,
    agencies,
    databases: { justice: `sqlite:${databaseFile()}` },
    truthFile: truthFile(),
  });

async function messageOfRefusal(): Promise<string> {
  const error: unknown = await fill().catch((thrown: unknown) => thrown);
  return (error as Error).message;
}

async function isWhole(): Promise<boolean> {
  const database = openDatabase(`sqlite:${databaseFile()}`);
  try {
    return await isSeeded(database, population);
  } finally {
    await database.destroy();
  }
}

describe('two seeds of one folder', () => {
  test('one is refused while the other runs, and touches nothing', async () => {
    const outcomes = await Promise.allSettled([fill(), fill()]);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Error).message] : [],
    );
    expect(refusals).toEqual([
      expect.stringMatching(new RegExp(`^Process ${process.pid} on .* is filling .*${folder}`)),
    ]);
    expect(await isWhole()).toBe(true);
    expect(existsSync(`${truthFile()}.lock`)).toBe(false);
  });

  test('what a seed that was killed holds no longer counts', async () => {
    const { pid: processId } = spawnSync(process.execPath, ['--version']);
    const holder = { host: hostname(), processId, since: new Date() };
    await writeFile(`${truthFile()}.lock`, JSON.stringify(holder));
    await fill();
    expect(await isWhole()).toBe(true);
  });
});

test('a seed goes on where one was killed while it made the tables', async () => {
  const database = openDatabase(`sqlite:${databaseFile()}`);
  await database.schema.createTable('resident_graph_migrations_lock', (table) => {
    table.increments('index').primary();
    table.integer('is_locked');
  });
  await database('resident_graph_migrations_lock').insert({ is_locked: 1 });
  await database.destroy();
  await fill();
  expect(await isWhole()).toBe(true);
});

describe('what cannot be written is named, with the remedy and without a statement:', () => {
  test('a file that is no database', async () => {
    await writeFile(databaseFile(), 'Dear Sir or Madam, this is a letter and not a database.');
    expect(await messageOfRefusal()).toBe(
      `Writing to the file ${databaseFile()} failed (SQLITE_NOTADB). It is no database of SQLite: delete it, or choose another folder with --data.`,
    );
  });

  test('a folder that is a file', async () => {
    const file = join(folder, 'taken');
    await writeFile(file, '');
    const error: unknown = await seed({
      ...population,
      agencies,
      databases: { justice: 'sqlite::memory:' },
      truthFile: join(file, 'truth.csv'),
    }).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toMatch(new RegExp(`^Writing to ${file} failed .* --data.$`));
  });

  // Node's own way to make it would never end.
  onLinux('is named where no folders can be made', async () => {
    const error: unknown = await seed({
      ...population,
      agencies,
      databases: { justice: 'sqlite::memory:' },
      truthFile: '/proc/no-such/folder/truth.csv',
    }).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toMatch(
      /^Writing to \/proc\/no-such\/folder failed \(ENOENT\).* --data\.$/,
    );
  });
});
