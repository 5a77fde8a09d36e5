import type { Database } from '../../governance/index.ts';
import type { DecisionRecord } from './disclosure-record.ts';
import { readTerms, termsOf } from './read-disclosures.ts';

/** How often something was shown and withheld, each time for one resident in one operation. */
interface UseCount {
  /** Null for what was asked without a purpose, or by somebody who is not named. */
  readonly name: string | null;
  readonly shown: number;
  readonly withheld: number;
}

/** How often an agency's data was shown and withheld. */
export interface DataUses {
  readonly since: Date;
  readonly until: Date;
  readonly days: readonly UseCount[];
  readonly fields: readonly UseCount[];
  readonly purposes: readonly UseCount[];
  readonly recipients: readonly UseCount[];
  readonly subjects: readonly UseCount[];
}

/** Whose data, and from when to before when. */
interface UsesQuestion {
  readonly provider: string;
  readonly since: Date;
  readonly until: Date;
}

/** Persons who are counted by themselves; those who asked least often are left out. */
const mostSubjects = 100;

/**
 * Counts by the index what was done with an agency's data. The database counts what is the same in everything that is
 * told here; what terms say of the agency's data is read once for all of it.
 */
export async function countUses(database: Database, question: UsesQuestion): Promise<DataUses> {
  const { provider, since, until } = question;
  const day = database.raw('substr(at, 1, 10)');
  const rows = (await database('ledger_disclosures')
    .whereIn('terms', termsOf(database, provider))
    .where('at', '>=', since.toISOString())
    .where('at', '<', until.toISOString())
    .groupBy(['terms', 'outcome', 'subject', 'agency', 'purpose', day])
    .select('terms', 'outcome', 'subject', 'agency', 'purpose', database.raw('substr(at, 1, 10) as day'))
    .count({ uses: '*' })) as readonly GroupRow[];
  const terms = await readTerms(database, [...new Set(rows.map((row) => row.terms))]);
  const uses = rows.map((row) => useOf(row, terms(row.terms), provider));
  return {
    since,
    until,
    days: counted(uses, ({ day: on }) => [on]).toSorted((one, other) => compare(one.name, other.name)),
    fields: fieldsOf(uses),
    purposes: counted(uses, ({ purpose }) => [purpose]),
    recipients: counted(uses, ({ agency }) => [agency]),
    subjects: counted(uses, ({ subject }) => [subject]).slice(0, mostSubjects),
  };
}

interface GroupRow {
  readonly terms: string;
  readonly outcome: string;
  readonly subject: string | null;
  readonly agency: string;
  readonly purpose: string | null;
  readonly day: string;
  /** PostgreSQL's driver gives large numbers as text. */
  readonly uses: number | string;
}

interface Use extends Omit<GroupRow, 'uses'> {
  readonly times: number;
  readonly shown: readonly string[];
  readonly withheld: readonly string[];
}

/** What the terms say of this agency's data alone. Where no answer left, nothing was shown. */
function useOf(row: GroupRow, decisions: readonly DecisionRecord[], provider: string): Use {
  const own = decisions.filter(({ providers }) => providers.includes(provider));
  const fields = (outcome: DecisionRecord['outcome']): readonly string[] =>
    own.filter((one) => one.outcome === outcome).flatMap(({ coordinates }) => coordinates);
  const shown = row.outcome === 'answered' ? fields('permit') : [];
  return { ...row, times: Number(row.uses), shown, withheld: fields('deny') };
}

function counted(
  uses: readonly Use[],
  namesOf: (use: Use) => readonly (string | null)[],
): readonly UseCount[] {
  return sums(
    uses.flatMap((use) =>
      namesOf(use).map((name) => ({
        name,
        shown: use.shown.length > 0 ? use.times : 0,
        withheld: use.withheld.length > 0 ? use.times : 0,
      })),
    ),
  );
}

function fieldsOf(uses: readonly Use[]): readonly UseCount[] {
  return sums(
    uses.flatMap(({ times, shown, withheld }) => [
      ...shown.map((name) => ({ name, shown: times, withheld: 0 })),
      ...withheld.map((name) => ({ name, shown: 0, withheld: times })),
    ]),
  );
}

/** Added up by name, the most frequent first; what was neither shown nor withheld is left out. */
function sums(counts: readonly UseCount[]): readonly UseCount[] {
  const byName = new Map<string | null, UseCount>();
  for (const { name, shown, withheld } of counts) {
    const known = byName.get(name) ?? { name, shown: 0, withheld: 0 };
    byName.set(name, { name, shown: known.shown + shown, withheld: known.withheld + withheld });
  }
  return [...byName.values()]
    .filter(({ shown, withheld }) => shown + withheld > 0)
    .toSorted(
      (one, other) =>
        other.shown - one.shown || other.withheld - one.withheld || compare(one.name, other.name),
    );
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
