import type { Address, AgencyName, Household, Person, Sex } from './truth.ts';

/** A value that every database takes. */
export type ColumnValue = string | number | boolean | null;

export type Row = Readonly<Record<string, ColumnValue>>;

/** How a local identifier at an agency belongs to a person: the truth that linkage is measured against. */
export interface TrueLink {
  /** The agency's own key of the person, as in its table `resident_links`. */
  readonly localId: string;
  readonly person: number;
}

/** What one agency holds of one household. */
export interface AgencyRecords {
  /** Rows by table name. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly links: readonly TrueLink[];
}

/** One agency's way of writing people down; a family of small files with this signature. */
export interface AgencyRecorder {
  readonly agency: AgencyName;
  /** Its tables in the order in which rows can be inserted. */
  readonly tables: readonly string[];
  /** Rows that exist once, before any person: projects, facilities, courts. */
  readonly reference: () => Readonly<Record<string, readonly Row[]>>;
  /** Everything that the agency holds of the household. Deterministic for a desk of the same seed. */
  readonly record: (household: Household, desk: IntakeDesk) => AgencyRecords;
}

/** HMIS data quality codes, used by every desk for names, birth dates and SSNs. */
export type DataQuality = 1 | 2 | 8 | 9 | 99;

/** A person as a clerk wrote them down: with that day's address and surname, and with the clerk's mistakes. */
export interface WrittenIdentity {
  readonly given: string;
  readonly middle: string | null;
  readonly surname: string;
  readonly suffix: string | null;
  readonly nameQuality: DataQuality;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly birthDateQuality: DataQuality;
  /** Nine digits, or fewer where only a part is known (quality 2, the last four). */
  readonly socialSecurityNumber: string | null;
  readonly socialSecurityNumberQuality: DataQuality;
  readonly address: Address | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Seeded chance; the same seed gives the same numbers on every machine. */
export interface Chance {
  /** True with the given probability, 0 to 1. */
  readonly happens: (probability: number) => boolean;
  /** A whole number between the two, both included. */
  readonly integer: (least: number, most: number) => number;
  /** One of the values, all alike. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** One of the values, by weight. */
  readonly pickWeighted: <Value>(values: readonly (readonly [Value, number])[]) => Value;
  /** A date between the two, both included. */
  readonly date: (earliest: string, latest: string) => string;
}

/** The counter of one agency for one household: chance of its own, and a clerk who errs as that agency's clerks do. */
export interface IntakeDesk extends Chance {
  /** Writes the person down as of a date. Two calls for one person may differ, as two clerks do. */
  readonly write: (person: Person, on: string) => WrittenIdentity;
  /** How many local records the agency has of this person: 1, or 2 where a clerk opened a second one. */
  readonly copies: (person: Person) => 1 | 2;
  /** The next unused number of a series of this agency (`series` names it), starting at 1, over the whole population. */
  readonly next: (series: string) => number;
}
