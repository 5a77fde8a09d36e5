import type { Row } from '../../recorder.ts';

/** The agency's tables that hold people, in the order in which rows can be inserted. */
export const personTables = [
  'Subject',
  'CourtCase',
  'CaseCharge',
  'CaseHearing',
  'Supervision',
  'Booking',
  'Arrest',
  'ArrestCharge',
  'Bail',
  'BookingRelease',
] as const;

/** What is being written down: rows by table. */
export type Book = Record<(typeof personTables)[number], Row[]>;

export function openBook(): Book {
  return {
    Subject: [],
    CourtCase: [],
    CaseCharge: [],
    CaseHearing: [],
    Supervision: [],
    Booking: [],
    Arrest: [],
    ArrestCharge: [],
    Bail: [],
    BookingRelease: [],
  };
}
