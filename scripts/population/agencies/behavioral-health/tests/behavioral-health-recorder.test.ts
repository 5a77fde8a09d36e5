import { expect, test } from '@jest/globals';

import { createDesk, generateHouseholds } from '../../../index.ts';
import type { AgencyRecords, Household, LifeEvent, Person, Row } from '../../../index.ts';
import { behavioralHealthRecorder } from '../index.ts';

const [household] = generateHouseholds({ seed: 3, residents: 1 });
if (household === undefined) throw new Error('There is no household.');
const { members } = household;

const treatment: Extract<LifeEvent, { kind: 'substanceUseTreatment' }> = {
  kind: 'substanceUseTreatment',
  from: '2025-03-01',
  until: null,
  setting: 'outpatient',
  primarySubstance: 'heroin',
  secondarySubstance: 'alcohol',
  medication: 'methadone',
  referredBy: 'self',
  outcome: null,
};

const arrest: Extract<LifeEvent, { kind: 'arrest' }> = {
  kind: 'arrest',
  on: '2025-02-20',
  charges: [{ offenseCode: '2303', description: 'Shoplifting', severity: 'misdemeanor' }],
  bailAmount: null,
  bailPostedOn: null,
  releasedOn: '2025-02-21',
  releaseReason: 'recognizance',
  disposition: 'diverted',
  disposedOn: '2025-02-28',
  sealed: false,
  juvenile: false,
  domesticViolence: false,
};

/** What the agency holds of a person who lived through this and nothing else. */
function recordsOf(events: readonly LifeEvent[], changes: Partial<Person> = {}): AgencyRecords {
  const [first] = members;
  if (first === undefined) throw new Error('There is nobody.');
  const person: Person = {
    ...first,
    birthDate: '1990-05-05',
    deathDate: null,
    traps: [],
    ...changes,
    events,
  };
  const desk = createDesk({ seed: 1, agency: 'behavioral-health', household: 1 });
  return behavioralHealthRecorder.record({ number: 1, members: [person] } satisfies Household, desk);
}

function onlyRow(records: AgencyRecords, table: string): Row {
  const rows = records.rows[table] ?? [];
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

test('a client whom an arrest keeps away is discharged as incarcerated on that day', () => {
  const held = { ...arrest, on: '2025-06-01', releasedOn: '2025-09-01' };
  expect(onlyRow(recordsOf([treatment, held]), 'TEDS_DISCHARGE')).toMatchObject({
    REASON: '05',
    DISCHARGE_DT: '2025-06-01',
  });
});

test('a client who is released the next day stays in treatment', () => {
  const held = { ...arrest, on: '2025-06-01', releasedOn: '2025-06-02' };
  expect(recordsOf([treatment, held]).rows['TEDS_DISCHARGE']).toEqual([]);
});

test('a client whom a diversion sent is written down as referred by its programme', () => {
  const referred = { ...treatment, referredBy: 'court' } as const;
  expect(onlyRow(recordsOf([arrest, referred]), 'TEDS_ADMISSION')).toMatchObject({
    REFERRAL_SRC: '07',
    DETAILED_CJ_REF: '05',
  });
});

test('methadone outside a ward comes from an opioid treatment program', () => {
  const { PROVIDER_ID: provider } = onlyRow(recordsOf([treatment]), 'TEDS_ADMISSION');
  expect(['FH100109', 'FH100110']).toContain(provider);
});

test('a minor in treatment of their own consents alone', () => {
  const minor = recordsOf([treatment], { birthDate: '2009-05-05', traps: ['minorInOwnTreatment'] });
  expect(onlyRow(minor, 'TEDS_ADMISSION')).toMatchObject({ MINOR_CONSENT: 1 });
});

test('every admission of one person tells the same route and age of first use of a substance', () => {
  const admissions = Array.from({ length: 12 }, (_, month) => ({
    ...treatment,
    from: `2025-${String(month + 1).padStart(2, '0')}-01`,
    until: `2025-${String(month + 1).padStart(2, '0')}-20`,
    outcome: 'completed' as const,
  }));
  const rows = recordsOf(admissions).rows['TEDS_SUBSTANCE'] ?? [];
  const told = rows.map((row) => [row['SUBSTANCE'], row['ROUTE'], row['AGE_FIRST_USE']].join(' '));
  expect(rows).toHaveLength(48);
  expect(new Set(told).size).toBe(2);
});

test('a sealed arrest is not told at admission', () => {
  const sealed = recordsOf([{ ...arrest, sealed: true }, treatment]);
  expect(onlyRow(sealed, 'TEDS_ADMISSION')['ARRESTS_30']).not.toBe(1);
});

test('every client is linked to its person, and every record is a client’s', () => {
  for (const one of generateHouseholds({ seed: 5, residents: 300 })) {
    const desk = createDesk({ seed: 5, agency: 'behavioral-health', household: one.number });
    const { rows, links } = behavioralHealthRecorder.record(one, desk);
    const clients = (rows['TEDS_CLIENT'] ?? []).map((row) => row['CLIENT_KEY']);
    expect(links.map(({ localId }) => localId)).toEqual(clients);
    const recorded = [...(rows['TEDS_ADMISSION'] ?? []), ...(rows['MH_EPISODE'] ?? [])];
    expect(clients).toEqual(expect.arrayContaining(recorded.map((row) => row['CLIENT_KEY'])));
  }
});
