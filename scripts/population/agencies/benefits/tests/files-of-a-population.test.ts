import { beforeAll, describe, expect, test } from '@jest/globals';

import { createDesk, generateHouseholds } from '../../../index.ts';
import type { Person, Row } from '../../../index.ts';
import { benefitsRecorder } from '../index.ts';

const seed = 11;

describe("the benefits agency's files of a population", () => {
  const rows: Record<string, Row[]> = {};
  const people: Person[] = [];
  const clientsOf = new Map<number, string[]>();

  beforeAll(() => {
    const series = new Map<string, number>();
    for (const household of generateHouseholds({ seed, residents: 3_000 })) {
      const desk = createDesk({ seed, agency: 'benefits', household: household.number, series });
      const records = benefitsRecorder.record(household, desk);
      for (const [table, more] of Object.entries(records.rows)) (rows[table] ??= []).push(...more);
      for (const { localId, person } of records.links) {
        clientsOf.set(person, [...(clientsOf.get(person) ?? []), localId]);
      }
      people.push(...household.members);
    }
  });

  test('every client is linked, and members of units are clients', () => {
    const linked = new Set([...clientsOf.values()].flat());
    expect(new Set(rows['CLNT_MSTR']?.map((row) => row['CLNT_ID']))).toEqual(linked);
    expect((rows['CASE_MBR'] ?? []).filter((row) => !linked.has(String(row['CLNT_ID'])))).toEqual([]);
  });

  test('some people have two client records', () => {
    expect([...clientsOf.values()].some((clients) => clients.length === 2)).toBe(true);
  });

  test('a SNAP case that lapsed says why, and nothing is issued after its end', () => {
    const lapsed = (rows['CASE_MSTR'] ?? []).filter(
      (row) => row['PGM_CD'] === 'S' && row['CLOS_RSN_CD'] === 'RC',
    );
    expect(lapsed.length).toBeGreaterThan(0);
    for (const { CASE_NBR, CLOS_DT, STAT_CD } of lapsed) {
      expect(STAT_CD).toBe('C');
      const issued = (rows['BNFT_ISSU'] ?? []).filter((row) => row['CASE_NBR'] === CASE_NBR);
      expect(issued.filter(({ BNFT_MO }) => String(BNFT_MO) > String(CLOS_DT).slice(0, 6))).toEqual([]);
      const periods = (rows['CERT_PRD'] ?? []).filter((row) => row['CASE_NBR'] === CASE_NBR);
      expect(periods.at(-1)).toMatchObject({ RCRT_STAT_CD: 'M' });
    }
  });

  test('nobody takes part in a denied case, whose unit ends with the decision', () => {
    const denied = (rows['CASE_MSTR'] ?? []).filter((row) => row['STAT_CD'] === 'D');
    const decided = new Map(rows['BNFT_APPL']?.map((row) => [row['APPL_NBR'], row['DSPN_DT']]));
    expect(new Set(denied.map((row) => row['PGM_CD']))).toEqual(new Set(['S', 'T', 'K']));
    for (const { CASE_NBR, PGM_CD } of denied) {
      const members = (rows['CASE_MBR'] ?? []).filter((row) => row['CASE_NBR'] === CASE_NBR);
      expect(members.length).toBeGreaterThan(0);
      for (const member of members) {
        expect(member).toMatchObject({ PRTC_CD: 'X', END_DT: decided.get(CASE_NBR ?? null) });
        expect(member['FAM_AFL_CD']).toBe(PGM_CD === 'T' ? '5' : null);
      }
    }
  });

  test('no case is at the office for Medicaid alone, and all of Medicaid is there', () => {
    const offices = new Map(
      benefitsRecorder.reference()['WRKR_MSTR']?.map((row) => [row['WRKR_ID'], row['OFC_CD']]),
    );
    const officesOf = (table: string) =>
      new Set((rows[table] ?? []).map((row) => offices.get(row['WRKR_ID'] ?? null)));
    expect(officesOf('CASE_MSTR')).toEqual(new Set(['101', '102', '103']));
    expect(officesOf('MCD_ENRL')).toEqual(new Set(['104']));
  });

  test('everybody who receives Medicaid has an enrollment', () => {
    const enrolled = new Set((rows['MCD_ENRL'] ?? []).map((row) => row['CLNT_ID']));
    const covered = people.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.kind === 'benefit' && event.program === 'medicaid' && event.from ? event.unit : [],
      ),
    );
    const missing = covered.filter(
      (person) => !clientsOf.get(person)?.some((client) => enrolled.has(client)),
    );
    expect(covered.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('mainframe keys are nine digits, its dates eight', () => {
    for (const { CASE_NBR, CLNT_ID, BEG_DT, END_DT } of rows['CASE_MBR'] ?? []) {
      expect([CASE_NBR, CLNT_ID].every((key) => /^\d{9}$/.test(String(key)))).toBe(true);
      expect([BEG_DT, END_DT].every((date) => /^\d{8}$/.test(String(date)))).toBe(true);
    }
  });

  test('rows of one table have the same columns', () => {
    const reference = benefitsRecorder.reference();
    for (const table of benefitsRecorder.tables) {
      const forms = new Set(
        (rows[table] ?? reference[table] ?? []).map((row) => Object.keys(row).sort().join()),
      );
      expect({ table, forms: forms.size }).toEqual({ table, forms: 1 });
    }
  });
});
