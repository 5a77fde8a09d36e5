import { beforeAll, describe, expect, test } from '@jest/globals';

import { asOf, createDesk, generateHouseholds, type Person, type Row } from '../../../index.ts';
import { housingRecorder } from '../index.ts';

const seed = 11;
const residents = 3_000;

describe('the HMIS of a population', () => {
  const rows: Record<string, Row[]> = {};
  const personOf = new Map<string, Person>();

  beforeAll(() => {
    const series = new Map<string, number>();
    for (const household of generateHouseholds({ seed, residents })) {
      const desk = createDesk({ seed, agency: 'housing', household: household.number, series });
      const records = housingRecorder.record(household, desk);
      for (const [table, more] of Object.entries(records.rows)) (rows[table] ??= []).push(...more);
      for (const { localId, person } of records.links) {
        const member = household.members.find(({ number }) => number === person);
        if (member !== undefined) personOf.set(localId, member);
      }
    }
  });

  test('every table that it names has rows of one form', () => {
    const reference = housingRecorder.reference();
    for (const table of housingRecorder.tables) {
      const forms = new Set(
        (rows[table] ?? reference[table] ?? []).map((row) => Object.keys(row).sort().join()),
      );
      expect({ table, forms: forms.size }).toEqual({ table, forms: 1 });
    }
  });

  test('every client is linked, and every row is about a client', () => {
    const clients = new Set(rows['Client']?.map((row) => row['PersonalID']));
    expect(clients).toEqual(new Set(personOf.keys()));
    const strangers = Object.values(rows)
      .flat()
      .filter((row) => !clients.has(row['PersonalID']));
    expect(strangers).toEqual([]);
  });

  test('nothing is dated after the day on which the world stands still', () => {
    const days = Object.values(rows)
      .flat()
      .flatMap(Object.values)
      .filter((value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));
    expect(days.filter((day) => day.slice(0, 10) > asOf)).toEqual([]);
  });

  test('nobody leaves before entering, or enters after death', () => {
    const entries = new Map(
      rows['Enrollment']?.map((row) => [row['EnrollmentID'], String(row['EntryDate'])]),
    );
    for (const row of rows['Exit'] ?? []) {
      expect(String(row['ExitDate']) >= (entries.get(row['EnrollmentID'] ?? null) ?? '9999')).toBe(true);
    }
    for (const row of rows['Enrollment'] ?? []) {
      const { deathDate } = personOf.get(String(row['PersonalID'])) ?? { deathDate: '' };
      expect(deathDate === null || String(row['EntryDate']) < deathDate).toBe(true);
    }
  });

  test('nobody was on the street or in a shelter before their life says so', () => {
    const dated = (rows['Enrollment'] ?? []).filter((row) => row['DateToStreetESSH'] !== null);
    const early = dated.filter((row) => {
      const events = personOf.get(String(row['PersonalID']))?.events ?? [];
      return !events.some((event) => event.kind === 'homelessness' && event.from === row['DateToStreetESSH']);
    });
    expect(dated.length).toBeGreaterThan(0);
    expect(early).toEqual([]);
  });

  test('YES to 3.08 beside five times NO does not tell of HIV', () => {
    const explained = new Set(
      rows['Disabilities']
        ?.filter((row) => row['DisabilityType'] !== 8 && row['DisabilityResponse'] !== 0)
        .map((row) => row['EnrollmentID']),
    );
    const unexplained = (rows['Enrollment'] ?? []).filter(
      (row) => row['DisablingCondition'] === 1 && !explained.has(row['EnrollmentID']),
    );
    const withHiv = unexplained.filter((row) =>
      personOf
        .get(String(row['PersonalID']))
        ?.events.some((event) => event.kind === 'disability' && event.type === 'hiv'),
    );
    expect(unexplained.length).toBeGreaterThan(2 * withHiv.length);
  });

  test('it is the same for the same seed', () => {
    expect(firstRecords()).toEqual(firstRecords());
  });
});

function firstRecords(): readonly unknown[] {
  return [...generateHouseholds({ seed, residents: 300 })].map((household) =>
    housingRecorder.record(household, createDesk({ seed, agency: 'housing', household: household.number })),
  );
}
