import type { Database } from '../database/index.ts';

/** One step of a database's schema. Its name orders nothing and must never change: the list's order counts. */
export interface Migration {
  readonly name: string;
  readonly up: (database: Database) => Promise<void>;
  readonly down: (database: Database) => Promise<void>;
}
