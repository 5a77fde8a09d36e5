import { pageByKey, rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';

import type { BookingRow, CaseRow, CourtRow, PlainRow } from './rows.ts';

export type JusticeLoaders = ReturnType<typeof createLoaders>;

/** Everything that the resolvers read, built anew for each request. */
export function createLoaders(database: Database) {
  return {
    ...jailLoaders(database),
    ...courtLoaders(database),
    bookings: pagesOfEachGroup<BookingRow>(database, 'Booking', 'BookingDate', 'BookingID'),
    cases: pagesOfEachGroup<CaseRow>(database, 'Case', 'CaseFilingDate', 'CaseID'),
  };
}

function jailLoaders(database: Database) {
  return {
    subject: one<PlainRow>(database, 'Subject', 'SubjectID'),
    detentionFacility: one<PlainRow>(database, 'DetentionFacility', 'DetentionFacilityID'),
    arrest: one<PlainRow>(database, 'Arrest', 'BookingID'),
    arrestCharges: many(database, 'ArrestCharge', 'BookingID', ['ChargeSequenceID', 'ChargeID']),
    bails: many(database, 'Bail', 'BookingID', ['BailID']),
    release: one<PlainRow>(database, 'BookingRelease', 'BookingID'),
  };
}

function courtLoaders(database: Database) {
  const soonest = ['HearingDateTime', 'HearingID'];
  return {
    courtCase: one<CaseRow>(database, 'CourtCase', 'CaseID'),
    court: one<CourtRow>(database, 'Court', 'CourtID'),
    caseCharges: many(database, 'CaseCharge', 'CaseID', ['ChargeSequenceID', 'ChargeID']),
    hearingsOfCase: pages<PlainRow>(database, 'CaseHearing', 'CaseID', 'HearingDateTime', 'HearingID'),
    hearingsOfSubject: pages<PlainRow>(
      database,
      'OrdinaryHearing',
      'SubjectID',
      'HearingDateTime',
      'HearingID',
    ),
    hearingsToComeOfCase: many(database, 'HearingToCome', 'CaseID', soonest),
    hearingsToComeOfSubject: many(database, 'OrdinaryHearingToCome', 'SubjectID', soonest),
    supervisionsOfCase: many(database, 'Supervision', 'CaseID', ['SupervisionStartDate', 'SupervisionID']),
    supervisionsOfSubject: many(database, 'OrdinarySupervision', 'SubjectID', [
      'SupervisionStartDate',
      'SupervisionID',
    ]),
  };
}

/** A list for each group of records, each over its own view. */
function pagesOfEachGroup<Row>(database: Database, record: string, date: string, unique: string) {
  return {
    ordinary: pages<Row>(database, `Ordinary${record}`, 'SubjectID', date, unique),
    sealed: pages<Row>(database, `Sealed${record}`, 'SubjectID', date, unique),
    juvenile: pages<Row>(database, `Juvenile${record}`, 'SubjectID', date, unique),
    sealedJuvenile: pages<Row>(database, `SealedJuvenile${record}`, 'SubjectID', date, unique),
  };
}

function pages<Row>(database: Database, table: string, key: string, date: string, tieBreaker: string) {
  const orderBy = { column: date, order: 'desc' } as const;
  return pageByKey<Row, number>(database, { table, key, orderBy, tieBreaker });
}

function one<Row>(database: Database, table: string, key: string) {
  return rowByKey<Row, number>(database, { table, key });
}

function many(database: Database, table: string, key: string, ascending: readonly string[]) {
  const orderBy = ascending.map((column) => ({ column, order: 'asc' as const }));
  return rowsByKey<PlainRow, number>(database, { table, key, orderBy });
}
