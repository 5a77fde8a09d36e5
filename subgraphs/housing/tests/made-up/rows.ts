import { key, metadata } from './key.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A row of each table with plain values; what a test is about, it gives itself. */
export const row = {
  client: (name: string, values: Row = {}): Row => ({
    PersonalID: key(name),
    FirstName: 'Robin',
    LastName: 'Example',
    NameDataQuality: 1,
    SSN: null,
    SSNDataQuality: 99,
    DOB: '1990-04-05',
    DOBDataQuality: 1,
    AmIndAKNative: 0,
    Asian: 0,
    BlackAfAmerican: 0,
    HispanicLatinao: 0,
    MidEastNAfrican: 0,
    NativeHIPacific: 0,
    White: 0,
    RaceNone: 99,
    Sex: 0,
    VeteranStatus: 0,
    ...metadata,
    ...values,
  }),
  enrollment: (name: string, client: string, values: Row = {}): Row => ({
    EnrollmentID: key(name),
    PersonalID: key(client),
    ProjectID: key('shelter'),
    EntryDate: '2025-01-15',
    HouseholdID: key(`household-${name}`),
    RelationshipToHoH: 1,
    EnrollmentCoC: 'FH-500',
    LivingSituation: 116,
    LengthOfStay: 2,
    TimesHomelessPastThreeYears: 1,
    MonthsHomelessPastThreeYears: 101,
    DisablingCondition: 1,
    MoveInDate: null,
    ...metadata,
    ...values,
  }),
  exit: (enrollment: string, client: string, values: Row = {}): Row => ({
    ExitID: key(`exit-${enrollment}`),
    EnrollmentID: key(enrollment),
    PersonalID: key(client),
    ExitDate: '2025-03-01',
    Destination: 410,
    DestinationSubsidyType: null,
    ...metadata,
    ...values,
  }),
  disability: (enrollment: string, client: string, type: number, values: Row = {}): Row => ({
    DisabilitiesID: key(`${enrollment}-disability-${type}`),
    ...fact(enrollment, client),
    DisabilityType: type,
    DisabilityResponse: 0,
    IndefiniteAndImpairs: null,
    ...values,
  }),
  violence: (enrollment: string, client: string, values: Row = {}): Row => ({
    HealthAndDVID: key(`${enrollment}-violence`),
    ...fact(enrollment, client),
    DomesticViolenceSurvivor: 1,
    WhenOccurred: 1,
    CurrentlyFleeing: 0,
    ...values,
  }),
  income: (enrollment: string, client: string, values: Row = {}): Row => ({
    IncomeBenefitsID: key(`${enrollment}-income`),
    ...fact(enrollment, client),
    ...values,
  }),
  contact: (name: string, enrollment: string, client: string, values: Row = {}): Row => ({
    CurrentLivingSitID: key(name),
    EnrollmentID: key(enrollment),
    PersonalID: key(client),
    InformationDate: '2025-01-20',
    CurrentLivingSituation: 101,
    ...metadata,
    ...values,
  }),
};

function fact(enrollment: string, client: string): Row {
  return {
    EnrollmentID: key(enrollment),
    PersonalID: key(client),
    InformationDate: '2025-01-15',
    DataCollectionStage: 1,
    ...metadata,
  };
}
