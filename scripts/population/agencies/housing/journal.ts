import type { IntakeDesk, Row } from '../../recorder.ts';
import { hmisKey } from './hmis-key.ts';
import { metadata } from './metadata.ts';

/** The name of each table's key column, in the order in which rows can be inserted. */
const keyColumns = {
  Client: 'PersonalID',
  Enrollment: 'EnrollmentID',
  Exit: 'ExitID',
  Disabilities: 'DisabilitiesID',
  HealthAndDV: 'HealthAndDVID',
  IncomeBenefits: 'IncomeBenefitsID',
  CurrentLivingSituation: 'CurrentLivingSitID',
  Assessment: 'AssessmentID',
  Event: 'EventID',
} as const;

/** Columns that a clerk may leave out; they are written as null, so that all rows of a table are of one form. */
const optionalColumns: Readonly<Partial<Record<PersonTable, readonly string[]>>> = {
  Enrollment: [
    'LivingSituation',
    'LengthOfStay',
    'LOSUnderThreshold',
    'PreviousStreetESSH',
    'DateToStreetESSH',
    'TimesHomelessPastThreeYears',
    'MonthsHomelessPastThreeYears',
  ],
  Exit: ['DestinationSubsidyType'],
  HealthAndDV: ['WhenOccurred', 'CurrentlyFleeing'],
  IncomeBenefits: ['TotalMonthlyIncome', 'EarnedAmount', 'TANFAmount'],
  Event: [
    'ProbSolDivRRResult',
    'ReferralCaseManageAfter',
    'LocationCrisisOrPHHousing',
    'ReferralResult',
    'ResultDate',
  ],
};

export type PersonTable = keyof typeof keyColumns;

/** The tables about persons, in the order in which rows can be inserted. */
export const personTables = Object.keys(keyColumns) as readonly PersonTable[];

/** What clerks have entered so far of one household. */
export interface Journal {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Enters a row on a day, with a new key, which it returns. */
  readonly enter: (table: PersonTable, values: Row, on: string, updatedOn?: string) => string;
}

/** An empty journal. Keys are unique over the population, because they come from the agency's series. */
export function openJournal(desk: IntakeDesk): Journal {
  const rows: Record<string, Row[]> = {};
  return {
    rows,
    enter: (table, values, on, updatedOn) => {
      const key = hmisKey(table, desk.next(table));
      const worker = `WORKER-${String(desk.integer(1, 24)).padStart(2, '0')}`;
      const blank = Object.fromEntries((optionalColumns[table] ?? []).map((column) => [column, null]));
      const row = { [keyColumns[table]]: key, ...blank, ...values, ...metadata(on, worker, updatedOn) };
      (rows[table] ??= []).push(row);
      return key;
    },
  };
}
