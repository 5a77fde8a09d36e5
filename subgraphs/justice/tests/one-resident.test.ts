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
  chargeRow,
  residentId,
} from './made-up/records.ts';

const resident = residentId(1);

eachDialect('the records of one resident', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await opened(open);
  }, timeToOpen);

  beforeEach(async () => {
    await cleared(database);
    await addPlaces(database);
    await addSubject(database, 1, resident);
    await addSubject(database, 2, resident);
  });

  async function section(selection: string): Promise<unknown> {
    return sectionOf(await ask(database, resident, selection));
  }

  test('are those of both person records, each once on a walk through the pages', async () => {
    const bookings = Array.from({ length: 10 }, (_, number) => number + 1);
    for (const number of bookings) {
      await addBooking(database, number, 1 + (number % 2), {
        BookingDate: `2025-01-0${1 + Math.floor(number / 4)}`,
      });
    }
    const met = await walk();
    expect(met.map(Number).toSorted((one, other) => one - other)).toEqual(bookings);
  });

  async function walk(): Promise<string[]> {
    const met: string[] = [];
    let after = '';
    for (;;) {
      const { bookings } = (await section(
        `bookings(first: 3${after}) { edges { node { id } } pageInfo { hasNextPage endCursor } }`,
      )) as { bookings: Page };
      met.push(...(idsOf(bookings) ?? []));
      if (!bookings.pageInfo.hasNextPage) return met;
      after = `, after: "${bookings.pageInfo.endCursor}"`;
    }
  }

  test('show the earliest hearing to come, and the latest supervision first, over both person records', async () => {
    await addCase(database, 1, 1);
    await addCase(database, 2, 2);
    await addHearing(database, 1, 1, { HearingDateTime: '2026-12-02T15:00:00Z' });
    await addHearing(database, 2, 2, { HearingDateTime: '2026-12-01T15:00:00Z' });
    await addHearing(database, 3, 1, { HearingDateTime: '2025-03-01T15:00:00Z', HearingStatusCode: 'H' });
    await addHearing(database, 4, 1, { HearingDateTime: '2026-11-01T15:00:00Z', HearingStatusCode: 'C' });
    await addSupervision(database, 1, 1, { SupervisionStartDate: '2025-01-01' });
    await addSupervision(database, 2, 2, { SupervisionStartDate: '2026-01-01' });
    expect(await section('nextHearing { id scheduledFor } supervisions { id }')).toEqual({
      nextHearing: { id: '2', scheduledFor: '2026-12-01T15:00:00Z' },
      supervisions: [{ id: '2' }, { id: '1' }],
    });
  });

  test('show a charge without a disposition as just that, however old it is', async () => {
    await addBooking(database, 1, 1, { BookingDate: '2019-05-01' });
    await database('ArrestCharge').insert(chargeRow(1, { BookingID: 1 }, { ChargeDate: '2019-05-01' }));
    expect(
      await section('bookings { edges { node { charges { chargeDate disposition dispositionDate } } } }'),
    ).toEqual({
      bookings: {
        edges: [
          { node: { charges: [{ chargeDate: '2019-05-01', disposition: null, dispositionDate: null }] } },
        ],
      },
    });
  });

  test('keep the cents of a bail', async () => {
    await addBooking(database, 1, 1);
    await database('Bail').insert([
      { BailID: 1, BookingID: 1, BailSetAmount: '2500.10' },
      { BailID: 2, BookingID: 1, BailSetAmount: '750' },
    ]);
    expect(await section('bookings { edges { node { bails { setAmount postedDate } } } }')).toEqual({
      bookings: {
        edges: [
          {
            node: {
              bails: [
                { setAmount: '2500.10', postedDate: null },
                { setAmount: '750.00', postedDate: null },
              ],
            },
          },
        ],
      },
    });
  });

  test('show a person who is held as one without a release', async () => {
    await addBooking(database, 1, 1);
    expect(
      await section('bookings { edges { node { release { reason } detentionFacility { name } } } }'),
    ).toEqual({
      bookings: { edges: [{ node: { release: null, detentionFacility: { name: 'Ellery County Jail' } } }] },
    });
  });
});
