import {
  createDesk,
  type AgencyRecords,
  type Household,
  type LifeEvent,
  type Person,
  type Row,
} from '../../../index.ts';
import { housingRecorder } from '../index.ts';

export type Homelessness = Extract<LifeEvent, { kind: 'homelessness' }>;

/** Somebody with the events that a test is about. */
export function person(number: number, events: readonly LifeEvent[], values: Partial<Person> = {}): Person {
  return {
    number,
    residentId: `resident-${number}`,
    household: 1,
    relationshipToHead: number === 1 ? 'head' : 'child',
    name: { given: 'Robin', middle: null, surname: 'Example', suffix: null },
    birthSurname: null,
    nickname: null,
    sex: 'female',
    birthDate: number === 1 ? '1985-03-04' : '2015-06-07',
    deathDate: null,
    socialSecurityNumber: '900112222',
    races: ['white'],
    languages: ['en'],
    phones: [],
    email: null,
    addresses: [],
    veteran: false,
    addressConfidential: false,
    twinOf: null,
    traps: [],
    events,
    ...values,
  };
}

/** A stay in the emergency shelter in the summer of 2025. */
export function stay(values: Partial<Homelessness> = {}): Homelessness {
  return {
    kind: 'homelessness',
    from: '2025-06-01',
    until: '2025-08-15',
    situation: 'emergencyShelter',
    cameFrom: 'rental',
    wentTo: 'family',
    together: [1],
    ...values,
  };
}

/** What the HMIS holds of a household of these members. */
export function record(...members: readonly Person[]): AgencyRecords {
  return recordWith(7, ...members);
}

/** The same of clerks whose chances another number decides. */
export function recordWith(seed: number, ...members: readonly Person[]): AgencyRecords {
  const household: Household = { number: 1, members };
  return housingRecorder.record(household, createDesk({ seed, agency: 'housing', household: 1 }));
}

/** The rows of a table. */
export function rowsOf({ rows }: AgencyRecords, table: string): readonly Row[] {
  return rows[table] ?? [];
}

/** The values of a column, each once. */
export function valuesOf(records: AgencyRecords, table: string, column: string): readonly unknown[] {
  return [...new Set(rowsOf(records, table).map((row) => row[column]))];
}
