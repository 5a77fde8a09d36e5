import type { Knex } from 'knex';

import type { Migration } from '../../governance/index.ts';

/** What was opened in emergencies, by session and by time: found and put in order without reading whole rows. */
export const rowsBySession: Migration = {
  name: 'ledger-rows-by-session',
  async up(database) {
    const indexes = isMysql(database) ? wholeIndexes : partialIndexes(database);
    await unlessDone('ER_DUP_KEYNAME', database, indexes);
    // One of the new ones begins as this one does.
    await unlessDone('ER_CANT_DROP_FIELD_OR_KEY', database, (columns) => {
      columns.dropIndex(['break_glass'], 'ledger_disclosures_of_session');
    });
  },
};

type Change = (columns: Knex.AlterTableBuilder) => void;

const joint = ['break_glass', 'at', 'log', 'sequence'];

const wholeIndexes: Change = (columns) => {
  columns.index(joint, 'ledger_disclosures_in_emergencies');
};

/** Nearly all rows are in none. SQLite doesn't know how rare others are, and would read all in the order of time. */
function partialIndexes(database: Knex.Transaction): Change {
  const predicate = database.whereNotNull('break_glass');
  return (columns) => {
    columns.index(joint, 'ledger_disclosures_in_emergencies', { predicate });
    columns.index(['at', 'log', 'sequence'], 'ledger_disclosures_opened_by_time', { predicate });
  };
}

/** MariaDB keeps what a migration that was cut off had made. */
async function unlessDone(code: string, database: Knex.Transaction, change: Change): Promise<void> {
  try {
    await database.schema.alterTable('ledger_disclosures', change);
  } catch (thrown) {
    if ((thrown as { readonly code?: unknown }).code !== code) throw thrown;
  }
}

function isMysql(database: Knex.Transaction): boolean {
  return String(database.client.driverName) === 'mysql2';
}
