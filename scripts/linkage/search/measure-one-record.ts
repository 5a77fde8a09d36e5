import { migrate, openDatabase, type Database } from '@resident-graph/subgraph-kit';
import { residents } from '@resident-graph/residents-subgraph';
import {
  RecordTable,
  createNumberTokenizer,
  scoreRecords,
  type LinkageModel,
  type PersonRecord,
} from '@resident-graph/residents-subgraph/linkage';
import {
  createLinkageMatcher,
  keepNewKeys,
  personText,
  type Match,
} from '@resident-graph/residents-subgraph/master-index';

import { personRecordOf, readPopulationFile } from '../population-file.ts';
import { latencies, type Latencies } from './latencies.ts';

export interface OneRecordFigures extends Latencies {
  readonly trials: number;
  /** Records that the machine would link to somebody else. */
  readonly wrong: number;
  /** Share of records, of people who are in the index, that it would link to them. */
  readonly recall: number;
  /** Share that would be shown to a person. */
  readonly reviewed: number;
  /** This process's own processor time for one record, on average, in milliseconds. */
  readonly cpu: number;
}

const trials = 2_000;
const recordsAtOnce = 20_000;
/** Records to which the model is fitted; the population's first households. */
const fittedRecords = 188_000;

interface Trial {
  readonly person: string;
  readonly record: PersonRecord;
}

/**
 * Fills a database with the records of a file of the population, without one of every so many, unless it has them; and
 * then lets those that were left out come one by one. Each is weighed in a transaction that is rolled back, so that
 * all meet the same index; its time is from the record's arrival to the decision, keys and counts written.
 */
export async function measureOneRecord(
  url: string,
  file: string,
  records: number,
  report: (line: string) => void,
): Promise<OneRecordFigures> {
  const database = openDatabase(url);
  try {
    await migrate(residents, database);
    const filled = await fill(database, file, Math.floor(records / trials), report);
    const figures = await decideAll(database, filled);
    report(JSON.stringify(figures));
    return figures;
  } finally {
    await database.destroy();
  }
}

interface Filled {
  readonly model: LinkageModel;
  readonly held: readonly Trial[];
  /** People of whom records are in the index. */
  readonly known: ReadonlySet<string>;
}

async function fill(
  database: Database,
  file: string,
  every: number,
  report: (line: string) => void,
): Promise<Filled> {
  const isFilled = (await database('local_records').first('id')) !== undefined;
  // The population is generated, so the key of its numbers is no secret.
  const tokenize = createNumberTokenizer(new Uint8Array(32).fill(7));
  const [table, held, known] = [new RecordTable(fittedRecords), [] as Trial[], new Set<string>()];
  let [place, waiting] = [0, [] as Trial[]];
  const begun = Date.now();
  await readPopulationFile(file, async (written) => {
    const trial = { person: written.person, record: personRecordOf(written, tokenize) };
    place += 1;
    if (place <= fittedRecords) table.add(trial.record);
    if (place % every === 0 && held.length < trials) {
      held.push(trial);
      return;
    }
    known.add(trial.person);
    if (isFilled) return;
    waiting.push(trial);
    if (waiting.length < recordsAtOnce) return;
    await write(database, waiting, place);
    waiting = [];
  });
  if (waiting.length > 0) await write(database, waiting, place + 1);
  if (!isFilled) report(`${Math.round((Date.now() - begun) / 1000)} s to fill`);
  return { model: scoreRecords(table).model, held, known };
}

/** The id of a record begins with its person, which the measure alone looks at. */
async function write(database: Database, trialsToKeep: readonly Trial[], end: number): Promise<void> {
  const rows = trialsToKeep.map(({ person, record }, at) => ({
    id: `${person}-${end}-${at}`,
    person: record,
  }));
  await database.transaction(async (transaction) => {
    await transaction.batchInsert(
      'local_records',
      rows.map(({ id, person }) => ({
        id,
        source: 'bench',
        person: personText(person),
        is_active: 1,
        content: '',
      })),
      200,
    );
    await keepNewKeys(transaction, rows);
  });
}

const rolledBack = 'rolled back';

async function decideAll(database: Database, { model, held, known }: Filled): Promise<OneRecordFigures> {
  const matcher = createLinkageMatcher(model);
  const times: number[] = [];
  let [wrong, right, reviewed, findable] = [0, 0, 0, 0];
  const begunCpu = process.cpuUsage();
  for (const [at, { person, record }] of held.entries()) {
    let matches: readonly Match[] = [];
    let time = 0;
    // One after the other, as records come.
    // oxlint-disable-next-line no-await-in-loop
    await database
      .transaction(async (transaction) => {
        const begun = performance.now();
        matches = await matcher.find(transaction, `new-${at}`, personText(record));
        time = performance.now() - begun;
        throw new Error(rolledBack);
      })
      .catch((error: Error) => {
        if (error.message !== rolledBack) throw error;
      });
    times.push(time);
    const best = matches.toSorted((one, other) => other.weight - one.weight);
    const link = best.find(({ decision }) => decision === 'link');
    if (known.has(person)) findable += 1;
    if (link === undefined) reviewed += best.some(({ decision }) => decision === 'review') ? 1 : 0;
    else if (link.record.startsWith(`${person}-`)) right += 1;
    else wrong += 1;
  }
  const { user, system } = process.cpuUsage(begunCpu);
  return {
    trials: held.length,
    wrong,
    recall: right / Math.max(1, findable),
    reviewed: reviewed / held.length,
    cpu: Math.round((user + system) / held.length / 100) / 10,
    ...latencies(times),
  };
}
