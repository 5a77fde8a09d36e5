import { randomUUID } from 'node:crypto';

import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import { inTransaction } from '../database/index.ts';
import type { Consent, Relationship } from '../facts/index.ts';
import { consentRow, consentsTable, relationshipRow, relationshipsTable } from '../records/index.ts';

/** Facts that another system vouches for; one without an id is given one. */
export interface ImportedFacts {
  readonly consents?: readonly (Omit<Consent, 'id' | 'revokedAt'> & { readonly id?: string })[];
  readonly relationships?: readonly (Omit<Relationship, 'id'> & { readonly id?: string })[];
}

const importer = 'import';

/** Sixteen values a row; SQLite compiles an insert of several rows with at most 500 selects. */
const rowsPerStatement = 400;

/**
 * Writes facts in one transaction. What is on file under the same id is replaced, so that importing twice does no
 * harm; what was revoked or ended here stays so.
 */
export async function importFacts(
  database: Database,
  { consents = [], relationships = [] }: ImportedFacts,
  now: Date,
): Promise<void> {
  const consentRows = consents.map((consent) =>
    consentRow({
      id: randomUUID(),
      ...consent,
      revokedAt: null,
      recordedAt: now,
      recordedBy: importer,
      recordedByAgency: consent.discloser,
      revokedBy: null,
    }),
  );
  const relationshipRows = relationships.map((relationship) =>
    relationshipRow({
      id: randomUUID(),
      ...relationship,
      recordedAt: now,
      recordedBy: importer,
      endedAt: null,
      endedBy: null,
    }),
  );
  await inTransaction(database, async (transaction) => {
    await writeRows(transaction, consentsTable, consentRows);
    await writeRows(transaction, relationshipsTable, relationshipRows);
  });
}

async function writeRows(
  transaction: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += rowsPerStatement) {
    const piece = rows.slice(begin, begin + rowsPerStatement);
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    await transaction(table).insert(piece).onConflict('id').merge(replaced(piece));
  }
}

const endings: ReadonlySet<string> = new Set(['revoked_at', 'revoked_by', 'ended_at', 'ended_by']);

function replaced(rows: readonly object[]): string[] {
  return Object.keys(rows[0] ?? {}).filter((column) => !endings.has(column));
}
