import { migrate, openDatabase, type Database } from '@resident-graph/subgraph-kit';
import { residents } from '@resident-graph/residents-subgraph';
import {
  SearchWriter,
  profileOf,
  searchResidents,
  type SearchRequest,
} from '@resident-graph/residents-subgraph/search';

import type { PopulationRecord } from '../population-file.ts';
import { latencies, type Latencies } from './latencies.ts';
import { readPeople, type WrittenPerson } from './read-people.ts';
import { chanceOf, questionKinds, type QuestionKind } from './search-questions.ts';

export interface SearchFigures extends Latencies {
  readonly kind: string;
  readonly name: string;
  readonly questions: number;
  /** Share of questions with the right person among the first ten. */
  readonly amongTen: number;
  /** Share with the right person first. */
  readonly first: number;
  /** This process's own processor time for one question, on average, in milliseconds. */
  readonly cpu: number;
}

const questionsPerKind = 300;

/** People who are asked for before anything is counted. */
const warmUp = 120;

/**
 * Fills a database with the search's tables for everybody in a file of the population, unless it has them, and asks
 * for people as caseworkers do. Each time is that of the whole search, with the record of the question.
 */
export async function measureSearch(
  url: string,
  file: string,
  report: (line: string) => void,
): Promise<readonly SearchFigures[]> {
  const database = openDatabase(url);
  try {
    await migrate(residents, database);
    const targets = await fill(database, file, report);
    // A server has answered all kinds before.
    for (const [number, kind] of questionKinds.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      await measureKind(database, kind, number, targets.slice(0, warmUp));
    }
    const figures: SearchFigures[] = [];
    for (const [number, kind] of questionKinds.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(await measureKind(database, kind, number, targets.slice(warmUp)));
      report(JSON.stringify(figures.at(-1)));
    }
    return figures;
  } finally {
    await database.destroy();
  }
}

/** People to be asked for, by the ids of their residents, with one record of each. */
type Targets = readonly (readonly [resident: string, record: PopulationRecord])[];

const everyPerson = 97;

async function fill(database: Database, file: string, report: (line: string) => void): Promise<Targets> {
  const isFilled = (await database('search_profiles').first('number')) !== undefined;
  const targets: (readonly [string, PopulationRecord])[] = [];
  const begun = Date.now();
  await database.transaction(async (transaction) => {
    const writer = new SearchWriter(transaction);
    let people = 0;
    await readPeople(file, async (written) => {
      const id = String(written.person).padStart(26, '0');
      people += 1;
      if (people % everyPerson === 0) targets.push([id, written.records[people % written.records.length]!]);
      if (!isFilled) await writer.add(id, profileOf(written.records.map(valuesOf)));
    });
    if (isFilled) return;
    await transaction('search_state').update({ sequence: 0, built: 1, residents: people });
    await writer.finish();
  });
  if (!isFilled) report(`${Math.round((Date.now() - begun) / 1000)} s to fill`);
  await analyse(database);
  return targets;
}

function valuesOf(
  record: WrittenPerson['records'][number],
): PopulationRecord & { readonly lastFour: string | null } {
  return { ...record, lastFour: record.socialSecurityNumber?.slice(-4) ?? null };
}

async function analyse(database: Database): Promise<void> {
  const isPostgres = String(database.client.config.client).includes('pg');
  if (isPostgres) await database.raw('vacuum analyze search_keys');
  if (isPostgres) await database.raw('vacuum analyze search_profiles');
}

async function measureKind(
  database: Database,
  { kind, name, ask }: QuestionKind,
  number: number,
  targets: Targets,
): Promise<SearchFigures> {
  const times: number[] = [];
  const begunCpu = process.cpuUsage();
  let [amongTen, first] = [0, 0];
  for (const [at, [resident, record]] of targets.entries()) {
    const input = ask(record, chanceOf(number, at));
    if (input === null || !isAskable(input)) continue;
    const begun = performance.now();
    // One after the other: a caseworker's wait is what is measured.
    // oxlint-disable-next-line no-await-in-loop
    const { edges } = await searchResidents(database, requesterOf(times.length), { input, first: 10 });
    times.push(performance.now() - begun);
    const place = edges.findIndex(({ node }) => node.id === resident);
    if (place >= 0) amongTen += 1;
    if (place === 0) first += 1;
    if (times.length === questionsPerKind) break;
  }
  const { user, system } = process.cpuUsage(begunCpu);
  const count = times.length;
  const cpu = Math.round((user + system) / count / 100) / 10;
  return {
    kind,
    name,
    questions: count,
    amongTen: amongTen / count,
    first: first / count,
    cpu,
    ...latencies(times),
  };
}

/** Callers take turns, as many as would ask so much. */
function requesterOf(question: number): Parameters<typeof searchResidents>[1] {
  const subject = `caseworker-${process.pid}-${question % 90}`;
  return { subject, agency: 'housing', roles: [], application: 'bench', purposeOfUse: 'TREAT' };
}

function isAskable(input: SearchRequest['input']): boolean {
  return Object.values(input).every((value) => value !== '' && value !== null);
}
