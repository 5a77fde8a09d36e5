import type { Database } from '@resident-graph/subgraph-kit';

/** The number of made-up residents; the third id asked for is a merged one. */
const population = 100;

const given = ['Ana', 'Robert', 'Chloe', 'José', 'Siobhan', 'Wei', 'Fatima', 'Liam', 'Ruth', 'Peter'];
const surnames = [
  'Smith',
  "O'Brien",
  'Peña',
  'Nguyen',
  'Johnson',
  'Haddad',
  'Garcia',
  'Kowalski',
  'Smyth',
  'Smithson',
];

/** People with a story of their own, by id. */
export const people = {
  /** Ana Smith, born Weber, called Annie. */
  ana: idOf(1),
  /** Robert O'Brien takes part in the address confidentiality programme. */
  robert: idOf(2),
  /** A former id of Ana. */
  formerAna: `${'0'.repeat(23)}OLD`,
  /** Withdrawn: nobody stands behind it. */
  retired: `${'0'.repeat(23)}RET`,
};

/** Fills the index with made-up people, alike each time. */
export async function seedIndex(database: Database): Promise<{ readonly residentIds: readonly string[] }> {
  const numbers = Array.from({ length: population }, (_, index) => index + 1);
  for (const [table, rows] of Object.entries(tablesFor(numbers))) {
    await database.batchInsert(table, rows, 50);
  }
  await database('index_clock').update({ sequence: population });
  const ids = numbers.map(idOf);
  return { residentIds: [...ids.slice(0, 2), people.formerAna, ...ids.slice(2)] };
}

function idOf(number: number): string {
  return String(number).padStart(26, '0');
}

function tablesFor(numbers: readonly number[]): Readonly<Record<string, readonly object[]>> {
  return {
    residents: [...numbers.map(goldenRecord), ...formerRecords()],
    resident_names: [...numbers.map(officialName), ...otherNames()],
    resident_races: numbers.map((number) => ({ resident_id: idOf(number), race: 'ASIAN' })),
    resident_languages: numbers.flatMap((number) =>
      ['en', 'es'].map((tag, preference) => ({ resident_id: idOf(number), preference, tag })),
    ),
    resident_addresses: numbers.flatMap(addresses),
    resident_protected_addresses: [
      {
        id: 1,
        resident_id: people.robert,
        line1: '9 Hidden Lane',
        postal_code: '69702',
        valid_from: '2025-02-01',
      },
    ],
    resident_phones: numbers.map((number) => ({
      id: number,
      resident_id: idOf(number),
      number: String(9_905_550_000 + number),
      phone_use: 'MOBILE',
      valid_from: '2024-01-01',
    })),
    resident_emails: numbers.map((number) => ({
      id: number,
      resident_id: idOf(number),
      address: `Resident.${String(number)}@example.org`,
    })),
    household_members: numbers.map(membership),
    resident_agencies: numbers.flatMap((number) => [
      { resident_id: idOf(number), agency: 'benefits', known_since: '2023-05-01', is_concealed: 0 },
      { resident_id: idOf(number), agency: 'behavioral-health', known_since: '2024-05-01', is_concealed: 1 },
    ]),
    index_events: numbers.map(loadEvent),
    event_residents: numbers.map((number) => ({
      id: `${idOf(number)} ${String(number)}`,
      sequence: number,
      resident_id: idOf(number),
    })),
    record_links: numbers.map((number) => ({
      record_id: `record-${String(number)}`,
      resident_id: idOf(number),
      method: 'AUTO',
      from_sequence: number,
    })),
    resident_field_sources: numbers.map((number) => ({
      resident_id: idOf(number),
      field: 'NAME',
      source: 'benefits',
      as_of: '2026-10-01',
      rule: 'VERIFIED',
    })),
  };
}

function loadEvent(number: number): object {
  const link = { kind: 'link', key: `record-${String(number)}`, before: null };
  return {
    sequence: number,
    type: 'LOAD',
    actor: 'machine',
    reason: 'The record came from its agency.',
    at: '2026-10-31T08:00:00Z',
    changes: JSON.stringify([{ ...link, after: { resident: idOf(number), method: 'AUTO' } }]),
  };
}

function goldenRecord(number: number): object {
  return {
    id: idOf(number),
    status: 'ACTIVE',
    version: 1,
    as_of: '2026-10-31',
    birth_date: `19${String(50 + (number % 50))}-03-${String((number % 28) + 1).padStart(2, '0')}`,
    birth_date_quality: number % 7 === 0 ? 2 : 1,
    sex: number % 2,
    ssn_last_four: String(1000 + number),
    ssn_hash: 'a'.repeat(64),
    ssn_quality: 1,
  };
}

function formerRecords(): object[] {
  const record = { version: 2, as_of: '2026-10-31' };
  return [
    { ...record, id: people.formerAna, status: 'MERGED', replaced_by: people.ana },
    { ...record, id: people.retired, status: 'RETIRED' },
  ];
}

function officialName(number: number): object {
  return {
    id: number,
    resident_id: idOf(number),
    name_use: 'OFFICIAL',
    given: given[(number - 1) % given.length],
    surname: surnames[(number - 1 + Math.floor((number - 1) / given.length)) % surnames.length],
  };
}

function otherNames(): object[] {
  return [
    { id: 1001, resident_id: people.ana, name_use: 'MAIDEN', given: 'Ana', surname: 'Weber' },
    { id: 1002, resident_id: people.ana, name_use: 'NICKNAME', given: 'Annie', surname: 'Smith' },
  ];
}

function addresses(number: number): object[] {
  const resident_id = idOf(number);
  if (resident_id === people.robert) {
    const substitute = {
      line1: 'PO Box 10002',
      postal_code: '69701',
      is_substitute: 1,
      valid_from: '2025-02-01',
    };
    return [{ id: number, resident_id, ...substitute }];
  }
  const place = { resident_id, city: 'Port Ellery', state: 'EL', postal_code: '69701', is_substitute: 0 };
  const now = { line1: `${String(number)} Harbor Street`, valid_from: '2024-06-01' };
  const before = {
    line1: `${String(number)} Mill Road`,
    valid_from: '2020-01-01',
    valid_until: '2024-05-31',
  };
  return [
    { id: number, ...place, ...now },
    { id: number + 1000, ...place, ...before },
  ];
}

/** Households of two, the head first. */
function membership(number: number): object {
  const isHead = number % 2 === 1;
  return {
    id: number,
    household_id: Math.ceil(number / 2),
    resident_id: idOf(number),
    relationship: isHead ? 'HEAD' : 'SPOUSE',
    position: isHead ? 0 : 1,
    valid_from: '2024-06-01',
    source: 'residents',
    as_of: '2026-10-31',
  };
}
