import type { Database } from '../database/index.ts';

export interface StatementCount {
  /** The statements that were sent since the count began. */
  readonly statements: number;
  /** Begins again at none. */
  reset(): void;
  stop(): void;
}

/** Counts the SQL statements of a database. */
export function countStatements(database: Database): StatementCount {
  let statements = 0;
  const count = (): void => {
    statements += 1;
  };
  database.on('query', count);
  return {
    get statements() {
      return statements;
    },
    reset() {
      statements = 0;
    },
    stop() {
      database.removeListener('query', count);
    },
  };
}
