import type { Knex } from 'knex';

import type { Migration } from '../../governance/index.ts';
import { createMissingTable } from '../../governance/index.ts';

/** Of ids that this gateway makes, and of hashes in base64url or hexadecimal. */
const idLength = 64;
/** Of instants (`2026-01-01T00:00:00.000Z`). */
const instantLength = 24;
/** Of names that others make: residents' ids, subjects, agencies. */
const nameLength = 255;

/** The keys of residents, and the index of the ledger. */
export const firstTables: Migration = {
  name: 'ledger-first-tables',
  async up(database) {
    await createKeys(database);
    await createDisclosures(database);
    await createTerms(database);
    await createActs(database);
    await createSuspensions(database);
  },
};

/** A key that was destroyed stays as a row without key and resident: an id that it sealed is known to be gone. */
function createKeys(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'ledger_keys', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('resident_id', nameLength);
    columns.string('period', 4).notNullable();
    columns.string('key', idLength);
    columns.string('retired_at', instantLength);
    columns.string('destroyed_at', instantLength);
    columns.unique(['resident_id', 'period']);
  });
}

async function createDisclosures(database: Knex.Transaction): Promise<void> {
  await createMissingTable(database, 'ledger_disclosures', (columns) => {
    columns.string('log', idLength).notNullable();
    columns.bigInteger('sequence').notNullable();
    columns.string('at', instantLength).notNullable();
    columns.string('resident_id', nameLength).notNullable();
    columns.string('outcome', 12).notNullable();
    columns.string('subject', nameLength);
    columns.string('agency', nameLength).notNullable();
    columns.string('application', nameLength).notNullable();
    columns.string('purpose', 40);
    columns.string('operation_hash', idLength).notNullable();
    columns.string('operation_name', nameLength);
    columns.string('request', nameLength).notNullable();
    columns.integer('epoch').notNullable();
    columns.string('terms', idLength);
    columns.text('agencies').notNullable();
    columns.text('facts');
    columns.string('answer', idLength);
    columns.string('break_glass', idLength);
    columns.primary(['log', 'sequence']);
    columns.index(['resident_id', 'at', 'log', 'sequence'], 'ledger_disclosures_of_resident');
    columns.index(['subject', 'at'], 'ledger_disclosures_to_subject');
    columns.index(['terms', 'at'], 'ledger_disclosures_by_terms');
    columns.index(['break_glass'], 'ledger_disclosures_of_session');
    columns.index(['request'], 'ledger_disclosures_of_request');
  });
  await createMissingTable(database, 'ledger_progress', (columns) => {
    columns.string('log', idLength).primary();
    columns.bigInteger('next_sequence').notNullable();
  });
}

async function createTerms(database: Knex.Transaction): Promise<void> {
  await createMissingTable(database, 'ledger_terms', (columns) => {
    columns.string('hash', idLength).notNullable();
    columns.integer('part').notNullable();
    columns.text('text').notNullable();
    columns.primary(['hash', 'part']);
  });
  await createMissingTable(database, 'ledger_terms_agencies', (columns) => {
    columns.string('hash', idLength).notNullable();
    columns.string('agency', nameLength).notNullable();
    columns.primary(['agency', 'hash']);
  });
}

function createActs(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'ledger_acts', (columns) => {
    columns.string('log', idLength).notNullable();
    columns.bigInteger('sequence').notNullable();
    columns.string('at', instantLength).notNullable();
    columns.string('type', 40).notNullable();
    columns.string('resident_id', nameLength);
    columns.string('request', nameLength);
    columns.text('event', 'mediumtext').notNullable();
    columns.primary(['log', 'sequence']);
    columns.index(['type', 'at']);
    columns.index(['resident_id', 'at']);
    columns.index(['request']);
  });
}

function createSuspensions(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'ledger_suspensions', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('resident_id', nameLength).notNullable().index();
    columns.string('agency', nameLength).notNullable();
    columns.string('form', 10).notNullable();
    columns.text('statement').notNullable();
    columns.string('starts_at', instantLength).notNullable();
    columns.string('ends_at', instantLength).notNullable();
    columns.string('recorded_at', instantLength).notNullable();
    columns.string('recorded_by', nameLength).notNullable();
    columns.string('recorded_by_agency', nameLength).notNullable();
  });
}
