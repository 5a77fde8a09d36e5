import { expect, test } from '@jest/globals';

import { createDesk, generateHouseholds } from '../../../index.ts';
import type { AgencyRecords, LifeEvent, Person, Row } from '../../../index.ts';
import { justiceRecorder } from '../index.ts';

const [household] = generateHouseholds({ seed: 3, residents: 1 });
const [first] = household?.members ?? [];
if (first === undefined) throw new Error('There is nobody.');
const somebody: Person = first;

const arrest: Extract<LifeEvent, { kind: 'arrest' }> = {
  kind: 'arrest',
  on: '2024-02-20',
  charges: [{ offenseCode: '2303', description: 'Shoplifting', severity: 'misdemeanor' }],
  bailAmount: 500,
  bailPostedOn: '2024-02-21',
  releasedOn: '2024-02-21',
  releaseReason: 'bail',
  disposition: 'diverted',
  disposedOn: '2024-06-28',
  sealed: false,
  juvenile: false,
  domesticViolence: false,
};

/** What the agency holds of a person who lived through this and nothing else. */
function recordsOf(events: readonly LifeEvent[], changes: Partial<Person> = {}): AgencyRecords {
  const desk = createDesk({ seed: 1, agency: 'justice', household: 1 });
  return justiceRecorder.record(
    { number: 1, members: [{ ...somebody, traps: [], ...changes, events }] },
    desk,
  );
}

function onlyRow(records: AgencyRecords, table: string): Row {
  const rows = records.rows[table] ?? [];
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

test('an arrest is booked and filed under one person record', () => {
  const records = recordsOf([arrest]);
  const { SubjectID: subject } = onlyRow(records, 'Subject');
  const { CaseID: courtCase } = onlyRow(records, 'CourtCase');
  expect(onlyRow(records, 'Booking')).toMatchObject({ SubjectID: subject, CaseID: courtCase });
  expect(records.links).toEqual([{ localId: String(subject), person: somebody.number }]);
});

test('a sealed juvenile arrest bears both indicators in jail and court', () => {
  const records = recordsOf([{ ...arrest, sealed: true, juvenile: true }]);
  expect(onlyRow(records, 'Booking')).toMatchObject({
    BookingSealedIndicator: 1,
    BookingJuvenileIndicator: 1,
  });
  expect(onlyRow(records, 'CourtCase')).toMatchObject({
    CaseSealedIndicator: 1,
    CaseJuvenileIndicator: 1,
    CaseTypeCode: 'JV',
  });
});

test('a second person record is by name alone', () => {
  const records = recordsOf([arrest, { ...arrest, on: '2025-02-20', disposedOn: '2025-06-28' }], {
    traps: ['twoLocalRecords'],
  });
  expect(records.rows['Subject']?.map((row) => row['IdentificationBasisCode'])).toEqual(['FP', 'NM']);
  expect(records.links).toHaveLength(2);
});

test('a pending case that is older than the courts keep moving has neither disposition nor hearing to come', () => {
  const records = recordsOf([{ ...arrest, disposition: 'pending', disposedOn: null }]);
  expect(onlyRow(records, 'ArrestCharge')).toMatchObject({
    ChargeDispositionCode: null,
    ChargeDispositionDate: null,
  });
  expect(records.rows['CaseHearing']?.map((row) => row['HearingStatusCode'])).not.toContain('S');
});

test('courts hear on weekdays, and the hearing that ended a case comes last', () => {
  const weekend = { ...arrest, on: '2024-02-21', disposedOn: '2024-06-29' };
  const pending = { ...arrest, on: '2026-09-05', disposition: 'pending', disposedOn: null } as const;
  const hearings = recordsOf([weekend, pending]).rows['CaseHearing'] ?? [];
  const days = hearings.map((row) => String(row['HearingDateTime']).slice(0, 10));
  expect(days.slice(0, 3)).toEqual(['2024-02-26', '2024-03-13', '2024-07-01']);
  expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
});

test('a diversion is supervised from its disposition on', () => {
  expect(onlyRow(recordsOf([arrest]), 'Supervision')).toMatchObject({
    SupervisionTypeCode: 'DIV',
    SupervisionStartDate: '2024-06-28',
  });
});

test('whoever was never arrested is not known', () => {
  const { links, rows } = recordsOf([]);
  expect(links).toEqual([]);
  expect(Object.values(rows).flat()).toEqual([]);
});
