import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import type { Ordering } from '../loaders/index.ts';
import type { CursorValue } from './cursor.ts';

/** The list that is paged: its table, the column that it is ordered by, and a unique one that breaks ties. */
export interface PagedList {
  readonly table: string;
  readonly key: string;
  readonly orderBy: Ordering;
  readonly tieBreaker: string;
}

/** The entry after which a page begins. */
export interface Anchor {
  readonly tie: CursorValue;
  /** Whether it has a value in the ordered column; those that have none come last. */
  readonly hasValue: boolean;
}

/** The ordering of a list in full: ties are broken in the same direction. */
export function orderingOf({ orderBy, tieBreaker }: PagedList): readonly Ordering[] {
  return [orderBy, { column: tieBreaker, order: orderBy.order }];
}

/**
 * The condition "comes after the anchor". The anchor's value is looked up by the database itself, so that no
 * cursor shows it to a client and no driver rounds it.
 */
export function after(
  database: Database,
  list: PagedList,
  anchor: Anchor,
): (rows: Knex.QueryBuilder) => void {
  const { table, tieBreaker, orderBy } = list;
  const beyond = orderBy.order === 'desc' ? '<' : '>';
  const { column } = orderBy;
  if (!anchor.hasValue) {
    return (rows) => void rows.whereNull(column).where(tieBreaker, beyond, anchor.tie);
  }
  const value = database(table).select(column).where(tieBreaker, anchor.tie);
  return (rows) =>
    void rows
      .whereNull(column)
      .orWhere(column, beyond, value)
      .orWhere((tied) => void tied.where(column, '=', value).where(tieBreaker, beyond, anchor.tie));
}
