import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { openLedgerDatabase, readDisclosures } from '../../gateway/src/ledger/index.ts';

/** What reading one resident's disclosures takes, of an index with so many. */
export interface ReadingFigures {
  readonly disclosures: number;
  readonly residents: number;
  readonly bytesPerDisclosure: number;
  readonly pages: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly longestMilliseconds: number;
}

const disclosuresPerResident = 50;
const pages = 2000;
const pageSize = 51;

/**
 * Fills an index on SQLite in bulk, and reads the first page of residents at random. The rows of one resident lie far
 * apart, as they do when they come in one by one.
 */
export async function measureReading(
  disclosures: number,
  parent: string = tmpdir(),
  report: (line: string) => void = () => undefined,
): Promise<ReadingFigures> {
  const folder = await mkdtemp(join(parent, 'ledger-reading-'));
  try {
    const file = join(folder, 'index.sqlite');
    const database = await openLedgerDatabase(`sqlite:${file}`);
    const residents = Math.max(1, Math.floor(disclosures / disclosuresPerResident));
    await fill(database, disclosures, residents, report);
    const times = await readPages(database, residents);
    await database.destroy();
    const { size } = await stat(file);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      disclosures,
      residents,
      bytesPerDisclosure: Math.round(size / disclosures),
      pages,
      p50Milliseconds: at(0.5),
      p99Milliseconds: at(0.99),
      longestMilliseconds: at(1),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Database = Awaited<ReturnType<typeof openLedgerDatabase>>;

async function fill(
  database: Database,
  disclosures: number,
  residents: number,
  report: (line: string) => void,
): Promise<void> {
  const hashes = await insertTerms(database);
  const indexes = (await database('sqlite_master')
    .where({ type: 'index', tbl_name: 'ledger_disclosures' })
    .whereNotNull('sql')
    .select('name', 'sql')) as readonly { readonly name: string; readonly sql: string }[];
  // Rows first and what finds them afterwards takes a fraction of the time, and comes to the same.
  for (const { name } of indexes) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await database.raw('drop index ??', [name]);
  }
  await database.raw('pragma synchronous = off');
  const part = 1_000_000;
  for (let from = 0; from < disclosures; from += part) {
    const to = Math.min(disclosures, from + part);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await database.raw(insertion, [from, to - 1, residents, hashes[0] ?? '', hashes[1] ?? '', residents]);
    report(`${to} disclosures`);
  }
  for (const { name, sql } of indexes) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await database.raw(sql);
    report(name);
  }
  await database.raw('pragma wal_checkpoint(truncate)');
}

/** Rows as the index has them: the resident by a permutation, so that neighbours in time are nobody's neighbours. */
const insertion = `
  with recursive numbers(n) as (select ? union all select n + 1 from numbers where n < ?)
  insert into ledger_disclosures
  select 'resident-graph/ledger/1', n,
    strftime('%Y-%m-%dT%H:%M:%S.000Z', 1750000000 + n, 'unixepoch'),
    printf('RESIDENT%018d', (n * 7919) % ?), 'answered', printf('caseworker-%d', n % 5000),
    'housing', 'caseworker-page', 'HOUSING_PLACEMENT',
    '2a58d415e5154938cbff46bb20a9082c341e73a7da94760aa8693c2b470e85ca', 'ResidentPage',
    printf('%08x-%04x-4000-8000-%012x', n, n % 65536, n), 2,
    case n % 2 when 0 then ? else ? end, '["residents","housing","benefits"]',
    '{"roles":["housing-caseworker"]}', 'ql7g-5FZB1V_ZJLLMfpirV7rKdRUC0DK_6xADkm5U7M', null,
    printf('%08x-0000-4000-8000-000000000000', (n * 7919) % ?)
  from numbers`;

async function insertTerms(database: Database): Promise<readonly string[]> {
  const texts = ['housing', 'benefits'].map((agency) => JSON.stringify([decisionOf(agency)]));
  const rows = texts.map((text) => ({
    hash: createHash('sha256').update(text).digest('base64url'),
    part: 1,
    text,
  }));
  await database('ledger_terms').insert(rows);
  return rows.map(({ hash }) => hash);
}

function decisionOf(agency: string): object {
  return {
    outcome: 'permit',
    agreements: [{ id: `${agency}-own-use`, version: 1, clause: '1' }],
    citations: ['5 USC 552a(o)'],
    obligations: [],
    transforms: [],
    categories: [`${agency}-record`],
    providers: [agency],
    coordinates: [`Resident.${agency}`],
  };
}

/** @returns milliseconds of each page, the shortest first */
async function readPages(database: Database, residents: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let page = 0; page < pages; page += 1) {
    const resident = Math.floor(Math.random() * residents);
    const residentId = `RESIDENT${String(resident).padStart(18, '0')}`;
    const begun = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- each is timed by itself
    const found = await readDisclosures(database, { residentId, limit: pageSize });
    times.push(performance.now() - begun);
    if (found.length === 0) throw new Error('A resident without disclosures was read.');
  }
  return times.toSorted((left, right) => left - right);
}
