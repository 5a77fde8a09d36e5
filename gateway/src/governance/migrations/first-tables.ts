import type { Knex } from 'knex';

import { createMissingTable } from '../database/index.ts';
import type { Migration } from '../database/index.ts';

/** Of ids, which this gateway makes (UUID) or importers do, and of instants (`2026-01-01T00:00:00.000Z`). */
const idLength = 64;
const instantLength = 24;
/** Of names that others make: residents' ids, subjects, agencies. */
const nameLength = 255;

/** The facts that decisions depend on, and the one number that tells processes of a change. */
export const firstTables: Migration = {
  name: 'first-tables',
  async up(database) {
    await createConsents(database);
    await createRelationships(database);
    await createDeclarations(database);
    await createBreakGlass(database);
    await createRestrictions(database);
    await createEpochs(database);
  },
};

function createConsents(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'consents', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('resident_id', nameLength).notNullable().index();
    columns.string('kind', 40).notNullable();
    columns.string('discloser', nameLength).notNullable();
    columns.text('recipient_agencies').notNullable();
    columns.text('recipient_subjects').notNullable();
    columns.boolean('is_general_designation').notNullable();
    columns.text('categories').notNullable();
    columns.text('purposes_of_use').notNullable();
    columns.string('valid_from', instantLength).notNullable();
    columns.string('valid_until', instantLength);
    columns.string('recorded_at', instantLength).notNullable();
    columns.string('recorded_by', nameLength).notNullable();
    columns.string('recorded_by_agency', nameLength).notNullable();
    columns.string('revoked_at', instantLength);
    columns.string('revoked_by', nameLength);
  });
}

function createRelationships(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'relationships', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('resident_id', nameLength).notNullable().index();
    columns.string('kind', 40).notNullable();
    columns.string('subject', nameLength).notNullable().index();
    columns.string('agency', nameLength).notNullable();
    columns.string('valid_from', instantLength).notNullable();
    columns.string('valid_until', instantLength);
    columns.string('recorded_at', instantLength).notNullable();
    columns.string('recorded_by', nameLength).notNullable();
    columns.string('ended_at', instantLength);
    columns.string('ended_by', nameLength);
  });
}

function createDeclarations(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'emergency_declarations', (columns) => {
    columns.string('id', idLength).primary();
    columns.text('authority').notNullable();
    columns.string('area', nameLength).notNullable();
    columns.text('categories').notNullable();
    columns.text('roles').notNullable();
    columns.text('purposes_of_use').notNullable();
    columns.string('starts_at', instantLength).notNullable();
    columns.string('ends_at', instantLength).notNullable().index();
    columns.string('declared_at', instantLength).notNullable();
    columns.string('declared_by', nameLength).notNullable();
    columns.string('declared_by_agency', nameLength).notNullable();
    columns.string('confirmed_at', instantLength);
    columns.string('confirmed_by', nameLength);
    columns.string('ended_at', instantLength);
    columns.string('ended_by', nameLength);
  });
}

async function createBreakGlass(database: Knex.Transaction): Promise<void> {
  await createMissingTable(database, 'break_glass_sessions', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('resident_id', nameLength).notNullable().index();
    columns.string('subject', nameLength).notNullable().index();
    columns.string('subject_agency', nameLength).notNullable();
    columns.text('agencies').notNullable();
    columns.string('reason', 40).notNullable();
    columns.text('justification').notNullable();
    columns.string('opened_at', instantLength).notNullable();
    columns.string('ends_at', instantLength).notNullable();
    columns.string('closed_at', instantLength);
    columns.string('closed_by', nameLength);
  });
  await createMissingTable(database, 'break_glass_reviews', (columns) => {
    columns.string('session_id', idLength).notNullable();
    columns.string('agency', 100).notNullable();
    columns.string('notified_at', instantLength).notNullable();
    columns.string('due_at', instantLength).notNullable();
    columns.string('reviewed_at', instantLength);
    columns.string('reviewed_by', nameLength);
    columns.string('outcome', 40);
    columns.text('remark');
    columns.primary(['session_id', 'agency']);
    columns.index(['agency', 'due_at']);
  });
}

function createRestrictions(database: Knex.Transaction): Promise<void> {
  return createMissingTable(database, 'restrictions', (columns) => {
    columns.string('id', idLength).primary();
    columns.string('agency', nameLength).notNullable().index();
    columns.text('categories');
    columns.text('reason').notNullable();
    columns.string('since', instantLength).notNullable();
    columns.string('imposed_by', nameLength).notNullable();
    columns.string('lifted_at', instantLength);
    columns.string('lifted_by', nameLength);
  });
}

/** `policy_epochs` has one row, whose lock puts all changes in an order; `policy_digests` has one for each change of policy. */
async function createEpochs(database: Knex.Transaction): Promise<void> {
  await createMissingTable(database, 'policy_epochs', (columns) => {
    columns.string('id', 10).primary();
    columns.integer('epoch').notNullable();
  });
  const [row] = await database('policy_epochs').select('id');
  if (row === undefined) await database('policy_epochs').insert({ id: 'current', epoch: 1 });
  await createMissingTable(database, 'policy_digests', (columns) => {
    columns.integer('epoch').primary();
    columns.string('digest', 64).notNullable();
    columns.string('registered_at', instantLength).notNullable();
  });
}
