import { failure } from '../../errors/index.ts';
import type { Database } from '../../governance/index.ts';
import type { DecisionRecord } from './disclosure-record.ts';
import { readTerms, termsOf } from './read-disclosures.ts';

/** Whose data, and from when to before when. */
export interface UsesQuestion {
  readonly provider: string;
  readonly since: Date;
  readonly until: Date;
}

/** What was so often the same: who asked for what, when, and what they were shown and refused of the agency's data. */
export interface Use {
  readonly times: number;
  readonly day: string;
  readonly purpose: string | null;
  readonly agency: string;
  readonly subject: string | null;
  /** Fields. */
  readonly shown: readonly string[];
  readonly withheld: readonly string[];
}

/** How much is in memory at a time, and how much is counted in all. */
export interface CountingBounds {
  /** Terms that one statement asks for. */
  readonly terms: number;
  /** Rows that one statement gives. */
  readonly rows: number;
  /** Rows in all. */
  readonly all: number;
}

export const defaultBounds: CountingBounds = { terms: 100, rows: 10_000, all: 1_000_000 };

/**
 * What was done with an agency's data, by the index. Where there is more than one statement may give, less is asked for
 * at a time.
 *
 * @throws Failure BAD_USER_INPUT if there is more than is counted at once
 */
export async function* usesIn(
  database: Database,
  { provider, since, until }: UsesQuestion,
  bounds: CountingBounds,
): AsyncIterable<Use> {
  let count = 0;
  for await (const hashes of termsInPages(database, provider, bounds.terms))
    for await (const rows of groupsIn(database, { hashes, since, until }, bounds.rows)) {
      count += rows.length;
      if (count > bounds.all) throw tooMuch();
      const terms = await readTerms(database, [...new Set(rows.map((row) => row.terms))]);
      for (const row of rows) yield useOf(row, terms(row.terms), provider);
    }
}

async function* termsInPages(
  database: Database,
  provider: string,
  size: number,
): AsyncIterable<readonly string[]> {
  let last: string | undefined = '';
  while (last !== undefined) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ended
    const rows = (await termsOf(database, provider)
      .where('hash', '>', last)
      .orderBy('hash')
      .limit(size)) as readonly { readonly hash: string }[];
    if (rows.length > 0) yield rows.map(({ hash }) => hash);
    last = rows.length === size ? rows.at(-1)?.hash : undefined;
  }
}

/** Terms, and from when to before when. */
interface Part {
  readonly hashes: readonly string[];
  readonly since: Date;
  readonly until: Date;
}

interface GroupRow extends Pick<Use, 'day' | 'purpose' | 'agency' | 'subject'> {
  readonly terms: string;
  readonly outcome: string;
  /** PostgreSQL's driver gives large numbers as text. */
  readonly uses: number | string;
}

/** What belongs to one day and one person may come in several rows. */
async function* groupsIn(database: Database, part: Part, most: number): AsyncIterable<readonly GroupRow[]> {
  const rows = await grouped(database, part, most + 1);
  if (rows.length <= most) yield rows;
  else for (const half of halves(part)) yield* groupsIn(database, half, most);
}

async function grouped(
  database: Database,
  { hashes, since, until }: Part,
  limit: number,
): Promise<readonly GroupRow[]> {
  const day = database.raw('substr(at, 1, 10)');
  return (await database('ledger_disclosures')
    .whereIn('terms', [...hashes])
    .where('at', '>=', since.toISOString())
    .where('at', '<', until.toISOString())
    .groupBy(['terms', 'outcome', 'subject', 'agency', 'purpose', day])
    .limit(limit)
    .select('terms', 'outcome', 'subject', 'agency', 'purpose', database.raw('substr(at, 1, 10) as day'))
    .count({ uses: '*' })) as readonly GroupRow[];
}

function halves({ hashes, since, until }: Part): readonly Part[] {
  if (hashes.length > 1) {
    const half = Math.ceil(hashes.length / 2);
    return [hashes.slice(0, half), hashes.slice(half)].map((some) => ({ hashes: some, since, until }));
  }
  const middle = new Date(Math.floor((since.getTime() + until.getTime()) / 2));
  if (middle <= since) throw tooMuch();
  return [
    { hashes, since, until: middle },
    { hashes, since: middle, until },
  ];
}

/** What the terms say of this agency's data alone. Where no answer left, nothing was shown. */
function useOf(row: GroupRow, decisions: readonly DecisionRecord[], provider: string): Use {
  const own = decisions.filter(({ providers }) => providers.includes(provider));
  const fields = (outcome: DecisionRecord['outcome']): readonly string[] =>
    own.filter((one) => one.outcome === outcome).flatMap(({ coordinates }) => coordinates);
  const { day, purpose, agency, subject, outcome } = row;
  const shown = outcome === 'answered' ? fields('permit') : [];
  return { times: Number(row.uses), day, purpose, agency, subject, shown, withheld: fields('deny') };
}

function tooMuch(): Error {
  return failure('BAD_USER_INPUT', {
    message: 'since: more was done than is counted at once. Ask for a shorter time.',
  });
}
