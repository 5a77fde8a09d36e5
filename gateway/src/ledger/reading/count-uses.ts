import type { Database } from '../../governance/index.ts';
import type { CountingBounds, Use, UsesQuestion } from './uses-in.ts';
import { defaultBounds, usesIn } from './uses-in.ts';

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

/** Persons who are counted by themselves; those who asked least often are left out. */
const mostSubjects = 100;

/**
 * Counts by the index what was done with an agency's data. The database counts what is the same in everything that is
 * told here; what terms say of the agency's data is read once for all of it.
 *
 * @throws Failure BAD_USER_INPUT if there is more than can be counted at once
 */
export async function countUses(
  database: Database,
  question: UsesQuestion,
  bounds: CountingBounds = defaultBounds,
): Promise<DataUses> {
  const [days, fields, purposes, recipients, subjects] = [
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally(),
  ] as const;
  for await (const use of usesIn(database, question, bounds)) {
    days.addOnce(use.day, use);
    purposes.addOnce(use.purpose, use);
    recipients.addOnce(use.agency, use);
    subjects.addOnce(use.subject, use);
    fields.addFields(use);
  }
  const { since, until } = question;
  return {
    since,
    until,
    days: days.counts.toSorted((one, other) => compare(one.name, other.name)),
    fields: fields.counts,
    purposes: purposes.counts,
    recipients: recipients.counts,
    subjects: subjects.counts.slice(0, mostSubjects),
  };
}

/** Counts added up by name. */
class Tally {
  readonly #byName = new Map<string | null, UseCount>();

  /** However many fields there were. */
  addOnce(name: string | null, { times, shown, withheld }: Use): void {
    this.#add(name, shown.length > 0 ? times : 0, withheld.length > 0 ? times : 0);
  }

  addFields({ times, shown, withheld }: Use): void {
    for (const field of shown) this.#add(field, times, 0);
    for (const field of withheld) this.#add(field, 0, times);
  }

  /** The most frequent first. */
  get counts(): readonly UseCount[] {
    return [...this.#byName.values()].toSorted(
      (one, other) =>
        other.shown - one.shown || other.withheld - one.withheld || compare(one.name, other.name),
    );
  }

  /** What was neither shown nor withheld is left out. */
  #add(name: string | null, shown: number, withheld: number): void {
    if (shown + withheld === 0) return;
    const known = this.#byName.get(name) ?? { name, shown: 0, withheld: 0 };
    this.#byName.set(name, { name, shown: known.shown + shown, withheld: known.withheld + withheld });
  }
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
