import type { Database } from '@resident-graph/subgraph-kit';

import type { PersonRecord } from '../linkage/index.ts';
import { profileOf } from './profile.ts';
import type { Profile, WrittenValues } from './profile.ts';

/** What is written of each resident, by id. */
type Readings = Map<string, WrittenValues[]>;

/**
 * The profiles of residents by id; none for those who are not active. They are made of what the golden record shows
 * and of what agencies wrote, except
 *
 * 1. where somebody's address is protected, or was where a record of theirs stood before: then no agency's address;
 * 2. records of agencies whose knowing somebody is itself protected.
 */
export async function readProfiles(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Profile>> {
  const active: readonly Row[] = await database('residents').whereIn('id', ids).where({ status: 'ACTIVE' });
  const readings: Readings = new Map(
    active.map(({ id, birth_date: birthDate, ssn_last_four: lastFour }) => [id!, [{ birthDate, lastFour }]]),
  );
  const wanted = [...readings.keys()];
  if (wanted.length === 0) return new Map();
  for (const read of [names, addresses, phones, emails, records]) {
    // One after the other: inside a transaction there is one connection.
    // oxlint-disable-next-line no-await-in-loop
    await read(database, wanted, readings);
  }
  return new Map([...readings].map(([id, written]) => [id, profileOf(written)]));
}

type Row = Readonly<Record<string, string | null>>;

async function names(database: Database, ids: readonly string[], readings: Readings): Promise<void> {
  const rows = await rowsOf(database, 'resident_names', ids);
  for (const { resident_id, given, middle, surname } of rows)
    add(readings, resident_id, { given, middle, surname });
}

async function addresses(database: Database, ids: readonly string[], readings: Readings): Promise<void> {
  const rows = await rowsOf(database, 'resident_addresses', ids);
  for (const { resident_id, line1: addressLine, postal_code: postalCode } of rows)
    add(readings, resident_id, { addressLine, postalCode });
}

async function phones(database: Database, ids: readonly string[], readings: Readings): Promise<void> {
  const rows = await rowsOf(database, 'resident_phones', ids);
  for (const { resident_id, number: phone } of rows) add(readings, resident_id, { phone });
}

async function emails(database: Database, ids: readonly string[], readings: Readings): Promise<void> {
  const rows = await rowsOf(database, 'resident_emails', ids);
  for (const { resident_id, address: email } of rows) add(readings, resident_id, { email });
}

async function records(database: Database, ids: readonly string[], readings: Readings): Promise<void> {
  const rows: readonly Row[] = await database('record_links')
    .join('local_records', 'local_records.id', 'record_links.record_id')
    .whereIn('resident_id', ids)
    .whereNull('until_sequence')
    .where({ is_active: 1 })
    .orderBy('record_id')
    .select('resident_id', 'source', 'person');
  if (rows.length === 0) return;
  const concealed = await concealedAgencies(database, ids);
  const withProtection = await protectedResidents(database, ids);
  for (const { resident_id, source, person } of rows) {
    if (concealingAgencies.has(source ?? '') || concealed.has(`${resident_id} ${source}`)) continue;
    const record = JSON.parse(person ?? '{}') as Partial<PersonRecord>;
    add(readings, resident_id, shownOf(record, withProtection.has(resident_id ?? '')));
  }
}

/** What an agency wrote, without the number, which is a keyed hash here. */
function shownOf(record: Partial<PersonRecord>, isProtected: boolean): WrittenValues {
  const {
    given = null,
    middle = null,
    surname = null,
    birthDate = null,
    phone = null,
    email = null,
  } = record;
  const { addressLine = null, postalCode = null } = isProtected ? {} : record;
  return { given, middle, surname, birthDate, phone, email, addressLine, postalCode };
}

/** Whose records tell what may not be known, of whomever they are: 42 CFR 2.12 and 2.13, 28 CFR part 20. */
const concealingAgencies: ReadonlySet<string> = new Set(['behavioral-health', 'justice']);

/** Residents with a protected address, and those who have a record that was once linked to such a resident. */
async function protectedResidents(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const own = await rowsOf(database, 'resident_protected_addresses', ids);
  const handedOn: readonly Row[] = await database({ link: 'record_links' })
    .join({ former: 'record_links' }, 'former.record_id', 'link.record_id')
    .join({ protection: 'resident_protected_addresses' }, 'protection.resident_id', 'former.resident_id')
    .whereIn('link.resident_id', ids)
    .whereNull('link.until_sequence')
    .distinct({ resident_id: 'link.resident_id' });
  return new Set([...own, ...handedOn].map(({ resident_id: id }) => id ?? ''));
}

async function concealedAgencies(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: readonly Row[] = await database('resident_agencies')
    .whereIn('resident_id', ids)
    .where({ is_concealed: 1 })
    .select('resident_id', 'agency');
  return new Set(rows.map(({ resident_id, agency }) => `${resident_id} ${agency}`));
}

async function rowsOf(database: Database, table: string, ids: readonly string[]): Promise<readonly Row[]> {
  return database(table).whereIn('resident_id', ids).orderBy('id');
}

function add(readings: Readings, resident: string | null | undefined, written: WrittenValues): void {
  readings.get(resident ?? '')?.push(written);
}
