import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';

export interface Ordering {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

/** The terms of an ORDER BY. Rows without a value come last on every database, whatever its own habit. */
export function orderTerms(database: Database, orderBy: readonly Ordering[]): Knex.Raw {
  const terms = orderBy.map(({ order }) => `?? is null, ?? ${order === 'desc' ? 'desc' : 'asc'}`);
  return database.raw(
    terms.join(', '),
    orderBy.flatMap(({ column }) => [column, column]),
  );
}
