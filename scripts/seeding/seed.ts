import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from '@resident-graph/subgraph-kit';
import { generateHouseholds, type AgencyName } from '../population/index.ts';
import { AgencyWriter } from './agency-writer.ts';
import type { Agency } from './agency.ts';
import { demonstrationAgencies } from './demonstration-agencies.ts';
import { fillIndex } from './fill-index.ts';
import { makeFolder } from './make-folder.ts';
import { occupy } from './occupy.ts';
import { at } from './place-failure.ts';
import { markOf } from './seed-mark.ts';
import { openTarget } from './target.ts';
import { TruthFile } from './truth-file.ts';

export interface SeedOptions {
  /** Another number gives another population. */
  readonly seed: number;
  /** How many residents at least. */
  readonly residents: number;
  /** Each agency's database: its URL, as `openDatabase` takes it, or an open one. */
  readonly databases: Readonly<Partial<Record<AgencyName, string | Database>>>;
  /** Where the truth table is written. */
  readonly truthFile: string;
  /** Told how far it has come, a line each. */
  readonly report?: (line: string) => void;
  /** The agencies of the demonstration by default. */
  readonly agencies?: readonly Agency[];
}

/**
 * Fills the agencies' databases with one population and writes the truth table.
 *
 * 1. Every database is looked at before any is touched: one that holds other records is refused.
 * 2. Each is marked as begun; a mark that was begun and never completed is the trace of a killed seed, whose rows
 *    are deleted. Databases that are whole already are left as they are.
 * 3. Households stream through the recorders once, for all agencies; rows go in by transactions.
 * 4. The resident index takes in the local records that the agencies offer, and the feeds between them are at rest.
 * 5. The truth table moves to its place, and then the databases are marked as whole.
 *
 * Where all that was done before, nothing happens.
 *
 * @throws SeedRefusal that names the database and says what to delete, when it holds other records.
 * @throws PlaceFailure that names the database or file that cannot be written, and the remedy.
 */
export async function seed(options: SeedOptions): Promise<void> {
  const folder = dirname(options.truthFile);
  const release = await at(folder, async () => {
    await makeFolder(folder);
    return occupy(
      `${options.truthFile}.lock`,
      (holder) => `${holder} is filling the databases of ${folder}. Wait until it is done.`,
    );
  });
  try {
    await seedAlone(options);
  } finally {
    await release();
  }
}

async function seedAlone(options: SeedOptions): Promise<void> {
  const mark = markOf(options);
  const writers = (options.agencies ?? demonstrationAgencies).map((agency) =>
    openWriter(agency, options, mark),
  );
  try {
    await Promise.all(writers.map(({ writer }) => writer.inspect()));
    if (existsSync(options.truthFile) && writers.every(({ writer }) => writer.isWhole)) {
      options.report?.(
        `The databases hold the ${options.residents} residents of seed ${options.seed} already.`,
      );
    } else {
      await fill(writers, options);
    }
  } finally {
    await Promise.all(writers.map(({ writer }) => writer.close()));
  }
}

interface NamedWriter {
  readonly name: AgencyName;
  readonly writer: AgencyWriter;
}

function openWriter(
  agency: Agency,
  { databases }: SeedOptions,
  mark: ReturnType<typeof markOf>,
): NamedWriter {
  const name = agency.recorder.agency;
  const database = databases[name];
  if (database === undefined)
    throw new Error(`No database was given for ${name}: add its URL to \`databases\`.`);
  return { name, writer: new AgencyWriter(agency, mark, openTarget(database)) };
}

async function fill(writers: readonly NamedWriter[], options: SeedOptions): Promise<void> {
  await Promise.all(writers.map(({ writer }) => writer.begin()));
  const truth = await at(options.truthFile, () => TruthFile.open(options.truthFile));
  try {
    await streamHouseholds(writers, truth, options);
    await Promise.all(writers.map(({ writer }) => writer.finish()));
    await fillFeeds(writers);
    await at(options.truthFile, () => truth.complete());
    await Promise.all(writers.map(({ writer }) => writer.complete()));
  } catch (error) {
    await truth.abandon();
    throw error;
  }
}

async function fillFeeds(writers: readonly NamedWriter[]): Promise<void> {
  const index = writers.find(({ name }) => name === 'residents');
  await fillIndex({
    agencies: writers.map(({ name, writer }) => ({ name, ...writer.filled })),
    isFilled: index?.writer.isWhole ?? true,
  });
}

async function streamHouseholds(
  writers: readonly NamedWriter[],
  truth: TruthFile,
  options: SeedOptions,
): Promise<void> {
  const step = Math.max(1, Math.ceil(options.residents / 10));
  let [residents, next] = [0, step];
  for (const household of generateHouseholds(options)) {
    for (const { name, writer } of writers) {
      const links = await writer.write(household);
      await at(options.truthFile, () => truth.write(name, household, links));
    }
    residents += household.members.length;
    if (residents < next) continue;
    options.report?.(`${residents} of ${options.residents} residents written`);
    next = residents - (residents % step) + step;
  }
}
