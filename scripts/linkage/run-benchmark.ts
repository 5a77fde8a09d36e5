import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { measurePublicSet, type PublicFigures } from './measure-public-set.ts';
import type { PopulationFigures } from './measure-population.ts';
import { writePopulationFile } from './population-file.ts';
import { publicSets } from './public-sets.ts';
import { recallsBySplinkSettings, type Recall } from './splink-settings.ts';

export interface BenchmarkOptions {
  /** Where the public sets are; they are left out without it. */
  readonly data: string | null;
  /** How many records of the generated population, each in a run of its own. */
  readonly population: readonly number[];
  /** Where files of the population are kept. */
  readonly work: string;
  readonly report: (line: string) => void;
}

export interface BenchmarkResults {
  readonly sets: Readonly<Record<string, PublicFigures>>;
  readonly splinkSettings: readonly Recall[];
  readonly populations: readonly PopulationFigures[];
}

/** Measures linkage on the public sets and on the generated population. */
export async function runBenchmark({
  data,
  population,
  work,
  report,
}: BenchmarkOptions): Promise<BenchmarkResults> {
  const sets: Record<string, PublicFigures> = {};
  for (const { name, read } of data === null ? [] : publicSets) {
    report(name);
    // oxlint-disable-next-line no-await-in-loop
    sets[name] = measurePublicSet(await read(data!));
  }
  const populations: PopulationFigures[] = [];
  for (const records of population) {
    report(`population of ${records} records`);
    // One after the other, so that each has the machine to itself.
    // oxlint-disable-next-line no-await-in-loop
    populations.push(await linkPopulation(join(work, `${records}.tsv`), records));
  }
  return { sets, splinkSettings: data === null ? [] : await recallsBySplinkSettings(data), populations };
}

async function linkPopulation(file: string, records: number): Promise<PopulationFigures> {
  await writePopulationFile(file, records);
  const script = fileURLToPath(new URL('../link-population.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    '--max-old-space-size=1200',
    script,
    file,
    String(records),
  ]);
  return JSON.parse(stdout) as PopulationFigures;
}
