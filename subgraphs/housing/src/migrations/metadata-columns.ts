import type { Knex } from '@resident-graph/subgraph-kit';

/**
 * The columns that every HMIS CSV file ends with (HMIS 5.01, 5.02, 5.07). `DateUpdated` also tells when
 * seven years without a change are over and unused personal data is purged (69 FR 45888, 4.1.3).
 */
export function metadataColumns(table: Knex.CreateTableBuilder): void {
  table.dateTime('DateCreated').notNullable();
  table.dateTime('DateUpdated').notNullable();
  table.string('UserID', 32).notNullable();
}
