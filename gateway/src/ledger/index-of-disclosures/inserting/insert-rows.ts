import type { Knex } from 'knex';

/** What is inserted: only the rows whose key isn't there yet. */
interface Insertion {
  readonly table: string;
  /** One or more, all with the same columns: of texts, whole numbers and nulls. */
  readonly rows: readonly object[];
  /** The columns of a primary key or a unique index. */
  readonly key: readonly string[];
}

/** Inserts rows with as little work of this process as the database allows. */
export type InsertRows = (transaction: Knex.Transaction, insertion: Insertion) => Promise<void>;
