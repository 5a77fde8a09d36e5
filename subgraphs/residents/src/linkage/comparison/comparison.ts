import type { Field, RecordTable } from '../columns/index.ts';

/** No level: at least one of the two records has nothing to compare. */
export const missing = -1;

/** The level at which two records of a table agree, an index into the comparison's levels, or `missing`. */
export type Comparator = (one: number, other: number) => number;

/** How two records are compared in one respect; a family of small files with this signature. */
export interface Comparison {
  readonly name: string;
  /** From full agreement to none. */
  readonly levels: readonly string[];
  /**
   * What those who live together have in common: `shared` is learned from a start where they mostly agree, `own` from
   * a start where they agree no more than strangers do, `seldom alike` likewise, but only a few more of them agree
   * than of strangers (sons named after fathers), and `as strangers` stays the strangers' chance.
   */
  readonly household: 'shared' | 'own' | 'seldom alike' | 'as strangers';
  /** The field whose rarer values count more where they agree fully; null where none does. */
  readonly frequency: Field | null;
  /** Levels that speak against one person, however much else agrees. */
  readonly contradicting: readonly string[];
  /** Prepares the comparison of a table's records. */
  readonly bind: (table: RecordTable) => Comparator;
}
