import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openDatabase, type Database } from '@resident-graph/subgraph-kit';
import { eachDialect, type OpenTestDatabase } from '@resident-graph/subgraph-kit/testing';
import { castSize, generateHouseholds, type AgencyName } from '../../scripts/population/index.ts';
import {
  agencies,
  demonstrationAgencies,
  isSeeded,
  seed,
  SeedRefusal,
  type Agency,
} from '../../scripts/seeding/index.ts';

const population = { seed: 7, residents: 110 };

// The machine may be busy; how long it takes is no promise of these tests.
jest.setTimeout(120_000);

/** Two agencies are enough where the seed itself is looked at and not the recorders. */
const twoAgencies = demonstrationAgencies.filter(({ recorder }) =>
  ['benefits', 'justice'].includes(recorder.agency),
);

type Databases = Readonly<Record<AgencyName, Database>>;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let files = 0;
function newTruthFile(): string {
  files += 1;
  return join(folder, `truth-${files}.csv`);
}

async function openAll(open: OpenTestDatabase): Promise<Databases> {
  const opened = await Promise.all(agencies.map(async (agency) => [agency, await open()] as const));
  return Object.fromEntries(opened) as Databases;
}

/** Every row of the two agencies, by table. */
async function contents(databases: Databases): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { recorder } of twoAgencies) {
    for (const table of [...recorder.tables, 'resident_links']) {
      const rows: readonly unknown[] = await databases[recorder.agency](table).select();
      found[`${recorder.agency}.${table}`] = sorted(rows.map((row) => JSON.stringify(row)));
    }
  }
  return found;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort((one, other) => (one < other ? -1 : 1));
}

/** The two agencies as they are, except that one of them stops working at a household. */
function stoppingAt(household: number): readonly Agency[] {
  return twoAgencies.map(({ subgraph, recorder }) => ({
    subgraph,
    recorder: {
      ...recorder,
      record: (one, desk) => {
        if (one.number === household && recorder.agency === 'justice') throw new Error('The power went out.');
        return recorder.record(one, desk);
      },
    },
  }));
}

async function linksOf(database: Database): Promise<readonly string[]> {
  const links = await database<Readonly<Record<string, string>>>('resident_links').select();
  return links.map((link) => `${link['local_id']},${link['resident_id']}`);
}

eachDialect('a seed', (open) => {
  test('gives every agency the links that the truth table tells of, and each knows the heads of the cast', async () => {
    const databases = await openAll(open);
    const truthFile = newTruthFile();
    await seed({ ...population, databases, truthFile });
    const truth = (await readFile(truthFile, 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const households = [...generateHouseholds(population)].slice(0, castSize);
    const heads = households.map(({ members }) => members[0]?.residentId ?? '');
    for (const agency of agencies) {
      const links = await linksOf(databases[agency]);
      const told = truth.filter(([name]) => name === agency).map((line) => `${line[1]},${line[3]}`);
      expect(sorted(links)).toEqual(sorted(told));
      expect(heads.filter((head) => !links.some((link) => link.endsWith(head)))).toEqual([]);
    }
  });

  test('that was killed is not taken for whole, and is made whole by the next', async () => {
    const [databases, undisturbed] = [await openAll(open), await openAll(open)];
    const truthFile = newTruthFile();
    const killed = seed({ ...population, databases, truthFile, agencies: stoppingAt(30) });
    await expect(killed).rejects.toThrow('The power went out.');
    expect(await isSeeded(databases.benefits, population)).toBe(false);
    expect([existsSync(truthFile), existsSync(`${truthFile}.part`)]).toEqual([false, false]);
    await seed({ ...population, databases, truthFile, agencies: twoAgencies });
    await seed({ ...population, databases: undisturbed, truthFile: newTruthFile(), agencies: twoAgencies });
    expect(await isSeeded(databases.benefits, population)).toBe(true);
    expect(await contents(databases)).toEqual(await contents(undisturbed));
  });
});

describe('a seed', () => {
  let databases: Databases;
  let truthFile: string;

  beforeEach(() => {
    databases = Object.fromEntries(
      agencies.map((agency) => [agency, openDatabase('sqlite::memory:')]),
    ) as Databases;
    truthFile = newTruthFile();
  });

  afterEach(async () => {
    await Promise.all(agencies.map((agency) => databases[agency].destroy()));
  });

  test('does nothing when it was done before', async () => {
    await seed({ ...population, databases, truthFile, agencies: twoAgencies });
    const before = await contents(databases);
    await seed({ ...population, databases, truthFile, agencies: stoppingAt(1) });
    expect(await contents(databases)).toEqual(before);
  });

  test('refuses databases that hold another population, and says what to delete', async () => {
    await seed({ ...population, databases, truthFile, agencies: twoAgencies });
    const again = seed({ ...population, seed: 8, databases, truthFile, agencies: twoAgencies });
    await expect(again).rejects.toThrow(SeedRefusal);
    await expect(again).rejects.toThrow(
      /holds another population \(seed 7, 110 residents\)\. Delete its tables/,
    );
  });

  test('refuses a database whose records no seed has written, and touches no other', async () => {
    await databases.justice.schema.createTable('resident_links', (table) => void table.string('local_id'));
    await databases.justice('resident_links').insert({ local_id: '1' });
    const refused = seed({ ...population, databases, truthFile, agencies: twoAgencies });
    await expect(refused).rejects.toThrow('The database of justice holds records that no seed has written.');
    expect(await databases.benefits.schema.hasTable('resident_links')).toBe(false);
  });

  test('says which agency was given no database', async () => {
    await expect(seed({ ...population, databases: {}, truthFile })).rejects.toThrow(
      'No database was given for residents',
    );
  });

  test('tells how far it has come', async () => {
    const lines: string[] = [];
    await seed({
      ...population,
      databases,
      truthFile,
      agencies: twoAgencies,
      report: (line) => lines.push(line),
    });
    expect(lines.length).toBeGreaterThanOrEqual(9);
    expect(lines.at(-1)).toMatch(/^\d+ of 110 residents written$/);
  });
});
