import type { Database } from '@resident-graph/subgraph-kit';

import {
  addPlaces,
  bookingRow,
  caseRow,
  chargeRow,
  hearingRow,
  residentId,
  subjectRow,
  supervisionRow,
} from './records.ts';
import type { Columns } from './records.ts';

interface Story {
  readonly number: number;
  readonly subject: number;
  readonly sealed: 0 | 1;
  readonly juvenile: 0 | 1;
}

/** A hundred residents, each with a booking and a case: the first in the first group, the second in the next … */
export async function seed(database: Database): Promise<{ readonly residentIds: readonly string[] }> {
  const subjects = Array.from({ length: 100 }, (_, index) => index + 1);
  const stories = subjects.map((subject) => ({ ...groupOf(subject), subject, number: subject }));
  await addPlaces(database);
  await database('Subject').insert(subjects.map(subjectRow));
  await database('resident_links').insert(
    subjects.map((subject) => ({ resident_id: residentId(subject), local_id: String(subject) })),
  );
  for (const [table, rowOf] of Object.entries(rows)) await database(table).insert(stories.map(rowOf));
  return { residentIds: subjects.map(residentId) };
}

function groupOf(subject: number): Pick<Story, 'sealed' | 'juvenile'> {
  return { sealed: subject % 2 === 0 ? 1 : 0, juvenile: subject % 4 > 1 ? 1 : 0 };
}

/** What an arrest leaves in each table, from booking to probation, all under one number. */
const rows: Readonly<Record<string, (story: Story) => Columns>> = {
  CourtCase: ({ number, subject, sealed, juvenile }) =>
    caseRow(number, subject, { CaseSealedIndicator: sealed, CaseJuvenileIndicator: juvenile }),
  CaseCharge: ({ number }) => chargeRow(number, { CaseID: number }, { ChargeDispositionCode: 'CON' }),
  CaseHearing: ({ number }) => hearingRow(number, number),
  Supervision: ({ number }) => supervisionRow(number, number),
  Booking: ({ number, subject }) => bookingRow(number, subject, { CaseID: number }),
  ArrestCharge: ({ number }) => chargeRow(number, { BookingID: number }),
  Arrest: ({ number }) => ({
    ArrestID: number,
    BookingID: number,
    ArrestDate: '2025-02-01',
    ArrestAgencyName: 'Port Ellery Police Department',
    ArrestCategoryCode: 'O',
    ArrestWarrantIndicator: 0,
  }),
  Bail: ({ number }) => ({ BailID: number, BookingID: number, BailSetAmount: '2500.50' }),
  BookingRelease: ({ number }) => ({
    BookingID: number,
    BookingReleaseDate: '2025-02-04',
    BookingReleaseReasonCode: 'ROR',
  }),
};
