import { setTimeout as pause } from 'node:timers/promises';

import type { Knex } from 'knex';

import type { Database } from './dialect.ts';

/** Losing a race for a lock: SQLite's writers, PostgreSQL's serialization and deadlock, MariaDB's deadlock. */
const lost =
  /^(SQLITE_BUSY|SQLITE_LOCKED|40001$|40P01$|ER_LOCK_DEADLOCK$|ER_LOCK_WAIT_TIMEOUT$|ER_CHECKREAD$)/;

const attempts = 40;

/** Runs a statement or a transaction, again from its beginning when another process was faster. */
export async function retrying<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Each attempt stands on the failure of the one before.
      // oxlint-disable-next-line no-await-in-loop
      return await work();
    } catch (thrown) {
      if (attempt === attempts || !lost.test(codeOf(thrown))) throw thrown;
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(5 + Math.random() * 45);
  }
}

/** A transaction that is begun anew when it loses a race. */
export async function inTransaction<Value>(
  database: Database,
  work: (transaction: Knex.Transaction) => Promise<Value>,
): Promise<Value> {
  return retrying(() => database.transaction(work));
}

/** By code and not by class: driver errors of another realm are no instances of Error. */
function codeOf(thrown: unknown): string {
  const code: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}
