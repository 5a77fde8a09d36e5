import { beforeAll, describe, expect, test } from '@jest/globals';

import { createDesk, generateHouseholds } from '../../../index.ts';
import type { Household, Person, Row } from '../../../index.ts';
import { residentsRecorder } from '../index.ts';

const seed = 11;

describe('the resident index of a population', () => {
  const rows: Record<string, Row[]> = {};
  const households: Household[] = [];
  const people: Person[] = [];

  beforeAll(() => {
    const series = new Map<string, number>();
    for (const household of generateHouseholds({ seed, residents: 2_000 })) {
      const desk = createDesk({ seed, agency: 'residents', household: household.number, series });
      const records = residentsRecorder.record(household, desk);
      for (const [table, more] of Object.entries(records.rows)) (rows[table] ??= []).push(...more);
      households.push(household);
      people.push(...household.members);
    }
  });

  function rowsOf(table: string, id: string): readonly Row[] {
    return (rows[table] ?? []).filter((row) => row['resident_id'] === id);
  }

  test('every person has one golden record, and every merged id leads to one', () => {
    const active = (rows['residents'] ?? []).filter(({ status }) => status === 'ACTIVE').map(({ id }) => id);
    const merged = (rows['residents'] ?? []).filter(({ status }) => status === 'MERGED');
    expect(new Set(active)).toEqual(new Set(people.map(({ residentId }) => residentId)));
    expect(merged.length).toBeGreaterThan(0);
    expect(merged.filter((row) => !active.includes(row['replaced_by'] ?? null))).toEqual([]);
  });

  test('no row holds a Social Security number', () => {
    const numbers = new Set(people.map(({ socialSecurityNumber }) => socialSecurityNumber));
    const values = Object.values(rows)
      .flat()
      .flatMap((row) => Object.values(row));
    expect(values.filter((value) => typeof value === 'string' && numbers.has(value))).toEqual([]);
  });

  test('who took a new surname is on file under it, and under the one at birth as the maiden name', () => {
    const renamed = people.filter(({ birthSurname }) => birthSurname !== null);
    expect(renamed.length).toBeGreaterThan(50);
    for (const { birthSurname, residentId } of renamed) {
      const names = rowsOf('resident_names', residentId);
      const surnames = (use: string) =>
        names.filter(({ name_use }) => name_use === use).map((row) => row['surname']);
      expect(surnames('OFFICIAL')).not.toContain(birthSurname);
      expect(surnames('MAIDEN')).toEqual([birthSurname]);
    }
  });

  test('nobody who lives with an address-confidentiality participant is shown where the participant lives', () => {
    const participants = people.filter(({ addressConfidential }) => addressConfidential);
    expect(participants.length).toBeGreaterThan(0);
    for (const participant of participants) {
      const actual = new Set(participant.addresses.map(({ line1 }) => line1));
      const members = households.find(({ number }) => number === participant.household)?.members ?? [];
      const shown = members.flatMap(({ residentId }) => rowsOf('resident_addresses', residentId));
      expect(shown.filter(({ line1 }) => actual.has(String(line1)))).toEqual([]);
    }
  });

  test('treatment and justice agencies are concealed in the crosswalk and are the source of no value', () => {
    const agencies = rows['resident_agencies'] ?? [];
    const concealed = new Set(
      agencies.filter((row) => row['is_concealed'] === 1).map(({ agency }) => agency),
    );
    expect(concealed).toEqual(new Set(['behavioral-health', 'justice']));
    expect(
      agencies.filter((row) => row['is_concealed'] === 0 && concealed.has(row['agency'] ?? null)),
    ).toEqual([]);
    const sources = new Set((rows['resident_field_sources'] ?? []).map(({ source }) => source));
    expect([...concealed].filter((agency) => sources.has(agency))).toEqual([]);
  });

  test('rows of one table have the same columns', () => {
    for (const table of residentsRecorder.tables) {
      const forms = new Set((rows[table] ?? []).map((row) => Object.keys(row).sort().join()));
      expect({ table, forms: forms.size }).toEqual({ table, forms: 1 });
    }
  });
});
