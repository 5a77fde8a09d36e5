import type { Knex } from 'knex';

import type { Database } from '../../governance/index.ts';
import { inTransaction } from '../../governance/index.ts';
import type { EventOf } from '../events/index.ts';
import { insertMissing } from './inserting/index.ts';
import type { IndexRows } from './rows.ts';

/** Keys of one statement. */
const most = 200;

/**
 * Writes rows, and that the index has everything of the log before `nextSequence`. Rows that are there already stay:
 * what is indexed again is indexed once. What a key has sealed that was taken from its resident is not written: who
 * takes keys deletes their rows afterwards, and none may come behind.
 */
export async function writeRows(
  database: Database,
  log: string,
  { disclosures, acts, terms }: IndexRows,
  nextSequence: number,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const isKept = await keptKeys(transaction, [...disclosures, ...acts]);
    await insertMissing(transaction, 'ledger_disclosures', disclosures.filter(isKept), ['log', 'sequence']);
    await insertMissing(transaction, 'ledger_acts', acts.filter(isKept), ['log', 'sequence']);
    await insertTerms(transaction, terms);
    await transaction('ledger_progress')
      .insert({ log, next_sequence: nextSequence })
      .onConflict('log')
      .merge(['next_sequence']);
  });
}

interface KeyedRow {
  readonly key_id: string | null;
}

/** Which rows have no key or one that is its resident's, and stays so until the transaction ends. */
async function keptKeys(
  transaction: Knex.Transaction,
  rows: readonly KeyedRow[],
): Promise<(row: KeyedRow) => boolean> {
  const ids = [...new Set(rows.flatMap(({ key_id: id }) => id ?? []))].toSorted();
  const kept = new Set<string>();
  for (let at = 0; at < ids.length; at += most) {
    const keys = transaction<{ id: string }>('ledger_keys').whereIn('id', ids.slice(at, at + most));
    // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
    for (const { id } of await keys.whereNotNull('resident_id').forShare().select('id')) kept.add(id);
  }
  return ({ key_id: id }) => id === null || kept.has(id);
}

async function insertTerms(transaction: Knex.Transaction, terms: readonly EventOf<'terms'>[]): Promise<void> {
  const texts = terms.map(({ hash, part, text }) => ({ hash, part, text }));
  await insertMissing(transaction, 'ledger_terms', texts, ['hash', 'part']);
  const providers = terms.flatMap(({ hash, providers: agencies }) =>
    agencies.map((agency) => ({ hash, agency })),
  );
  await insertMissing(transaction, 'ledger_terms_agencies', providers, ['agency', 'hash']);
}
