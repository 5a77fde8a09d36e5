import { createHash } from 'node:crypto';
import type { Database } from '@resident-graph/subgraph-kit';
import { castSize, generateHouseholds, type PopulationOptions } from '../population/index.ts';

const table = 'population_seed';

/** Of which population a database holds the records. */
export interface SeedMark {
  readonly seed: number;
  readonly residents: number;
  /** Digest of the cast and the contents: another version of the generator makes other people from the same seed. */
  readonly edition: string;
}

/** What a seed writes besides the people; another text, and databases that lack it are refused. */
const contents = 'records, links, the log of the resident index';

interface MarkRow extends SeedMark {
  /** 1 once every record is there, 0 from the first one on until then. */
  readonly complete: number;
}

/** How far the seed of a database has come. */
export type SeedState =
  { readonly kind: 'untouched' } | { readonly kind: 'partial' | 'complete'; readonly mark: SeedMark };

/** The mark of a population that this generator would make. */
export function markOf({ seed, residents }: PopulationOptions): SeedMark {
  const hash = createHash('sha256').update(contents);
  for (const household of generateHouseholds({ seed, residents: Math.min(residents, castSize) })) {
    hash.update(JSON.stringify(household));
  }
  return { seed, residents, edition: hash.digest('hex').slice(0, 16) };
}

/** Whether two marks are of one population. */
export function isSameMark(one: SeedMark, other: SeedMark): boolean {
  return one.seed === other.seed && one.residents === other.residents && one.edition === other.edition;
}

/** What the mark in the database says; a database without one was never seeded. */
export async function seedStateOf(database: Database): Promise<SeedState> {
  if (!(await database.schema.hasTable(table))) return { kind: 'untouched' };
  const row = await database<MarkRow>(table).first();
  if (row === undefined) return { kind: 'untouched' };
  const { seed, residents, edition, complete } = row;
  return { kind: complete === 1 ? 'complete' : 'partial', mark: { seed, residents, edition } };
}

/** Whether the database holds every record of the population. One that a killed seed left behind does not. */
export async function isSeeded(database: Database, population: PopulationOptions): Promise<boolean> {
  const state = await seedStateOf(database);
  return state.kind === 'complete' && isSameMark(state.mark, markOf(population));
}

/** Marks the database as being filled. */
export async function markBegun(database: Database, mark: SeedMark): Promise<void> {
  if (!(await database.schema.hasTable(table))) await createTable(database);
  await database(table).delete();
  await database(table).insert({ ...mark, complete: 0 });
}

/** Marks the database as whole. */
export async function markComplete(database: Database): Promise<void> {
  await database(table).update({ complete: 1 });
}

async function createTable(database: Database): Promise<void> {
  await database.schema.createTable(table, (columns) => {
    columns.integer('seed').notNullable();
    columns.integer('residents').notNullable();
    columns.string('edition', 16).notNullable();
    columns.smallint('complete').notNullable();
  });
}
