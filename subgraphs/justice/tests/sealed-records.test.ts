import { beforeAll, beforeEach, expect, test } from '@jest/globals';

import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { ask, idsOf, sectionOf } from './made-up/ask.ts';
import type { Page } from './made-up/ask.ts';
import { cleared, opened, timeToOpen } from './made-up/fresh.ts';
import {
  addBooking,
  addCase,
  addHearing,
  addPlaces,
  addSubject,
  addSupervision,
  residentId,
} from './made-up/records.ts';

const resident = residentId(1);
const page = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ordinary = `
  bookings(first: 2) { ${page} } cases(first: 2) { ${page} } hearings(first: 2) { ${page} }
  nextHearing { id } supervisions { id }
`;
const groups = ['', 'sealed', 'juvenile', 'sealedJuvenile'].flatMap((group) =>
  ['Bookings', 'Cases'].map((list) => (group === '' ? list.toLowerCase() : group + list)),
);
const everyList = groups.map((list) => `${list} { ${page} }`).join(' ');

eachDialect('a sealed or juvenile record', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await opened(open);
  }, timeToOpen);

  beforeEach(async () => {
    await cleared(database);
    await addPlaces(database);
    await addSubject(database, 1, resident);
    for (const number of [1, 3, 5]) await addStory(number);
  });

  /** A case with a hearing to come, a supervision and a booking, on the day of its number. */
  async function addStory(number: number, columns: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const day = `2025-01-0${number}`;
    await addCase(database, number, 1, { CaseFilingDate: day, ...columns });
    await addHearing(database, number, number, { HearingDateTime: `2026-12-0${number}T15:00:00Z` });
    await addSupervision(database, number, number, { SupervisionStartDate: day });
    await addBooking(database, number, 1, { BookingDate: day, CaseID: number });
  }

  test.each([
    { CaseSealedIndicator: 1 },
    { CaseJuvenileIndicator: 1 },
    { CaseSealedIndicator: 1, CaseJuvenileIndicator: 1 },
  ])('changes neither entries nor cursors of the ordinary lists: %j', async (columns) => {
    const before = await ask(database, resident, ordinary);
    expect(before.errors).toBeUndefined();
    for (const number of [2, 4, 6]) await addStory(number, columns);
    expect(await ask(database, resident, ordinary)).toEqual(before);
  });

  test('stands in the lists of its own group alone', async () => {
    await addStory(2, { CaseSealedIndicator: 1 });
    await addStory(4, { CaseJuvenileIndicator: 1 });
    await addStory(6, { CaseSealedIndicator: 1, CaseJuvenileIndicator: 1 });
    const section = sectionOf(await ask(database, resident, everyList)) as Record<string, Page>;
    const ids = Object.fromEntries(Object.entries(section).map(([list, one]) => [list, idsOf(one)]));
    expect(ids).toEqual({
      bookings: ['5', '3', '1'],
      cases: ['5', '3', '1'],
      sealedBookings: ['2'],
      sealedCases: ['2'],
      juvenileBookings: ['4'],
      juvenileCases: ['4'],
      sealedJuvenileBookings: ['6'],
      sealedJuvenileCases: ['6'],
    });
  });

  test('is null where there is none, as it is for who may not read it', async () => {
    const section = sectionOf(await ask(database, resident, everyList)) as Record<string, Page | null>;
    const { bookings, cases, ...guarded } = section;
    expect([idsOf(bookings ?? undefined), idsOf(cases ?? undefined)]).toEqual([
      ['5', '3', '1'],
      ['5', '3', '1'],
    ]);
    expect(new Set(Object.values(guarded))).toEqual(new Set([null]));
  });

  test('leaves the ordinary lists with the statement that seals it', async () => {
    await database('CourtCase').where({ CaseID: 3 }).update({ CaseSealedIndicator: 1 });
    const section = sectionOf(await ask(database, resident, everyList)) as Record<string, Page>;
    expect(idsOf(section['cases'])).toEqual(['5', '1']);
    expect(idsOf(section['bookings'])).toEqual(['5', '1']);
    expect(idsOf(section['sealedBookings'])).toEqual(['3']);
  });

  test('seals its booking alone where only that is sealed', async () => {
    await database('Booking').where({ BookingID: 3 }).update({ BookingSealedIndicator: 1 });
    const section = sectionOf(await ask(database, resident, everyList)) as Record<string, Page>;
    expect(idsOf(section['bookings'])).toEqual(['5', '1']);
    expect(idsOf(section['sealedBookings'])).toEqual(['3']);
    expect(idsOf(section['cases'])).toEqual(['5', '3', '1']);
  });

  test('has cursors that open the ordinary list no more than an invented one', async () => {
    await addStory(2, { CaseSealedIndicator: 1 });
    const itsOwn = await ask(database, resident, casesAfter(2));
    const invented = await ask(database, resident, casesAfter(999));
    expect(itsOwn.errors?.length).toBe(1);
    expect(itsOwn).toEqual(invented);
  });

  test('leaves the section as it is for a resident whom the agency does not know', async () => {
    const youth = residentId(2);
    await addSubject(database, 2, youth);
    await addCase(database, 20, 2, { CaseSealedIndicator: 1 });
    await addBooking(database, 20, 2, { CaseID: 20 });
    await addHearing(database, 20, 20);
    const ofYouth = await ask(database, youth, ordinary);
    expect(ofYouth).toEqual(await ask(database, residentId(3), ordinary));
    expect(idsOf((sectionOf(ofYouth) as Record<string, Page>)['cases'])).toEqual([]);
  });
});

function casesAfter(id: number): string {
  const cursor = Buffer.from(JSON.stringify(id)).toString('base64url');
  return `cases(first: 2, after: "${cursor}") { ${page} }`;
}
