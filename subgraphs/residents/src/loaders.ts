import { pageByKey, rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';

import type {
  AddressRow,
  AgencyRow,
  EmailRow,
  EventResidentRow,
  EventRow,
  HouseholdMemberRow,
  NameRow,
  PhoneRow,
  RecordLinkRow,
  ResidentRow,
} from './rows.ts';
import type { ReadingRow, ReviewItemRow, ReviewWorkRow } from './review/index.ts';

export type ResidentLoaders = ReturnType<typeof residentLoaders>;

const newestFirst = [
  { column: 'valid_from', order: 'desc' },
  { column: 'id', order: 'desc' },
] as const;

const longestFirst = [
  { column: 'from_sequence', order: 'asc' },
  { column: 'record_id', order: 'asc' },
] as const;

/** Every way in which the index is read, each one statement for all residents of a request. */
export function residentLoaders(database: Database) {
  const ofResident = <Row>(table: string, orderBy: Parameters<typeof rowsByKey>[1]['orderBy']) =>
    rowsByKey<Row, string>(database, { table, key: 'resident_id', orderBy });
  return {
    residents: rowByKey<ResidentRow, string>(database, { table: 'residents', key: 'id' }),
    replaced: rowsByKey<ResidentRow, string>(database, {
      table: 'residents',
      key: 'replaced_by',
      orderBy: [{ column: 'id', order: 'asc' }],
    }),
    names: ofResident<NameRow>('resident_names', [{ column: 'id', order: 'asc' }]),
    races: ofResident<{ race: string }>('resident_races', [{ column: 'race', order: 'asc' }]),
    languages: ofResident<{ tag: string }>('resident_languages', [{ column: 'preference', order: 'asc' }]),
    addresses: ofResident<AddressRow>('resident_addresses', newestFirst),
    addressPages: pageByKey<AddressRow, string>(database, {
      table: 'resident_addresses',
      key: 'resident_id',
      orderBy: { column: 'valid_from', order: 'desc' },
      tieBreaker: 'id',
    }),
    protectedAddresses: ofResident<object>('resident_protected_addresses', newestFirst),
    phones: ofResident<PhoneRow>('resident_phones', newestFirst),
    emails: ofResident<EmailRow>('resident_emails', newestFirst),
    memberships: ofResident<HouseholdMemberRow>('household_members', [{ column: 'id', order: 'asc' }]),
    householdMembers: rowsByKey<HouseholdMemberRow, number>(database, {
      table: 'household_members',
      key: 'household_id',
      orderBy: [{ column: 'position', order: 'asc' }],
    }),
    agencies: ofResident<AgencyRow>('resident_agencies', [{ column: 'agency', order: 'asc' }]),
    eventPages: pageByKey<EventResidentRow, string>(database, {
      table: 'event_residents',
      key: 'resident_id',
      orderBy: { column: 'sequence', order: 'desc' },
      tieBreaker: 'id',
    }),
    events: rowByKey<EventRow, number>(database, { table: 'index_events', key: 'sequence' }),
    undoings: rowsByKey<EventRow, number>(database, {
      table: 'index_events',
      key: 'undoes',
      orderBy: [{ column: 'sequence', order: 'asc' }],
    }),
    linkedRecords: ofResident<RecordLinkRow>('record_links', longestFirst),
    recordLinks: rowsByKey<RecordLinkRow, string>(database, {
      table: 'record_links',
      key: 'record_id',
      orderBy: longestFirst,
    }),
    localRecords: rowByKey<{ readonly person: string }, string>(database, {
      table: 'local_records',
      key: 'id',
    }),
    models: rowByKey<{ readonly parameters: string }, string>(database, {
      table: 'linkage_models',
      key: 'state',
    }),
    reviewPages: pageByKey<ReviewWorkRow, string>(database, {
      table: 'review_work',
      key: 'lane',
      orderBy: { column: 'queue_key', order: 'asc' },
      tieBreaker: 'review_id',
    }),
    reviewWork: rowByKey<ReviewWorkRow, string>(database, { table: 'review_work', key: 'review_id' }),
    reviewItems: rowByKey<ReviewItemRow, string>(database, { table: 'review_items', key: 'id' }),
    reviewReadings: rowsByKey<ReadingRow, string>(database, {
      table: 'review_readings',
      key: 'review_id',
      orderBy: [{ column: 'id', order: 'asc' }],
    }),
    fieldSources: ofResident<object>('resident_field_sources', [{ column: 'field', order: 'asc' }]),
  };
}
