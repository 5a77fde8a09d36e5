import type { Database } from '@resident-graph/subgraph-kit';

export type Columns = Readonly<Record<string, unknown>>;

/** A resident id of the form that the resident index issues. */
export function residentId(number: number): string {
  return `01J${String(number).padStart(23, '0')}`;
}

export async function addPlaces(database: Database): Promise<void> {
  await database('DetentionFacility').insert({
    DetentionFacilityID: 1,
    FacilityName: 'Ellery County Jail',
    CountyName: 'Ellery',
  });
  await database('Court').insert({ CourtID: 1, CourtName: 'Superior Court, Ellery County' });
}

export function subjectRow(subject: number): Columns {
  return {
    SubjectID: subject,
    IdentificationBasisCode: 'FP',
    PersonStateFingerprintIdentification: `FH${subject}`,
  };
}

/** A person record that is the resident's. */
export async function addSubject(database: Database, subject: number, resident: string): Promise<void> {
  await database('Subject').insert(subjectRow(subject));
  await database('resident_links').insert({ resident_id: resident, local_id: String(subject) });
}

export function caseRow(courtCase: number, subject: number, columns: Columns = {}): Columns {
  return {
    CaseID: courtCase,
    SubjectID: subject,
    CaseNumberText: `2025-CM-${courtCase}`,
    CourtID: 1,
    CaseTypeCode: 'CM',
    CaseStatusCode: 'O',
    CaseFilingDate: '2025-02-03',
    CaseDomesticViolenceIndicator: 0,
    CaseDefenseAttorneyName: 'P. Ashgrove',
    CaseSealedIndicator: 0,
    CaseJuvenileIndicator: 0,
    ...columns,
  };
}

export async function addCase(
  database: Database,
  ...[courtCase, subject, columns]: Parameters<typeof caseRow>
): Promise<void> {
  await database('CourtCase').insert(caseRow(courtCase, subject, columns));
}

export function bookingRow(booking: number, subject: number, columns: Columns = {}): Columns {
  return {
    BookingID: booking,
    SubjectID: subject,
    BookingNumberText: `25-${booking}`,
    BookingAgencyName: 'Ellery County Sheriff',
    BookingDate: '2025-02-01',
    DetentionFacilityID: 1,
    BookingSealedIndicator: 0,
    BookingJuvenileIndicator: 0,
    CaseID: null,
    ...columns,
  };
}

export async function addBooking(
  database: Database,
  ...[booking, subject, columns]: Parameters<typeof bookingRow>
): Promise<void> {
  await database('Booking').insert(bookingRow(booking, subject, columns));
}

export function hearingRow(hearing: number, courtCase: number, columns: Columns = {}): Columns {
  return {
    HearingID: hearing,
    CaseID: courtCase,
    HearingDateTime: '2026-11-20T15:30:00Z',
    HearingTypeCode: 'PTC',
    HearingStatusCode: 'S',
    CourtroomText: '1A',
    ...columns,
  };
}

export async function addHearing(
  database: Database,
  ...[hearing, courtCase, columns]: Parameters<typeof hearingRow>
): Promise<void> {
  await database('CaseHearing').insert(hearingRow(hearing, courtCase, columns));
}

export function supervisionRow(supervision: number, courtCase: number, columns: Columns = {}): Columns {
  return {
    SupervisionID: supervision,
    CaseID: courtCase,
    SupervisionTypeCode: 'PROB',
    SupervisionStartDate: '2025-06-01',
    SupervisionEndDate: '2027-06-01',
    SupervisionOfficerName: 'M. Hale',
    SupervisionOfficerPhone: '5555550140',
    ...columns,
  };
}

export async function addSupervision(
  database: Database,
  ...[supervision, courtCase, columns]: Parameters<typeof supervisionRow>
): Promise<void> {
  await database('Supervision').insert(supervisionRow(supervision, courtCase, columns));
}

/** A charge of an arrest or of a case: `owner` is the column that names which, and its key. */
export function chargeRow(charge: number, owner: Columns, columns: Columns = {}): Columns {
  return {
    ...owner,
    ChargeID: charge,
    ChargeSequenceID: 1,
    ChargeNCICCode: '2399',
    ChargeDescriptionText: 'Larceny',
    ChargeSeverityCode: 'M',
    ChargeStatuteCodeSection: 'FH Penal Code 23.99',
    ChargeDate: '2025-02-01',
    ...columns,
  };
}
