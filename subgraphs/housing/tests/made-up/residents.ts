import { key, metadata } from './key.ts';
import { row } from './rows.ts';

/** The residents of the made-up rows, by what they are there for. */
export const resident = {
  /** Two client records, three enrollments over both, a child in the household of the first. */
  withTwoRecords: 'resident-with-two-records',
  child: 'resident-child',
  /** Two who differ in nothing but what speaks of HIV. */
  withHiv: 'resident-with-hiv',
  withoutHiv: 'resident-without-hiv',
  /** Every question unanswered, each in its way. */
  withoutAnswers: 'resident-without-answers',
} as const;

const together = { HouseholdID: key('family') };

export const residentLinks = [
  link(resident.withTwoRecords, 'first'),
  link(resident.withTwoRecords, 'second'),
  link(resident.child, 'child'),
  link(resident.withHiv, 'hiv'),
  link(resident.withoutHiv, 'other'),
  link(resident.withoutAnswers, 'silent'),
];

export const residentRows = {
  Client: [
    row.client('first', { HispanicLatinao: 1, White: 1, RaceNone: null }),
    row.client('second', { FirstName: 'Robyn', DOBDataQuality: 2 }),
    row.client('child', { FirstName: 'Sam', DOB: '2018-09-09', VeteranStatus: null }),
    row.client('hiv'),
    row.client('other'),
    row.client('silent', { NameDataQuality: 9, DOBDataQuality: 8, DOB: null, Sex: 99, VeteranStatus: 99 }),
  ],
  Enrollment: [
    row.enrollment('oldest', 'first', { ...together, EntryDate: '2023-05-01' }),
    row.enrollment('child', 'child', {
      ...together,
      EntryDate: '2023-05-01',
      RelationshipToHoH: 2,
      LivingSituation: null,
    }),
    row.enrollment('middle', 'second', { EntryDate: '2024-02-02' }),
    row.enrollment('newest', 'first', {
      EntryDate: '2025-06-01',
      ProjectID: key('prevention'),
      LivingSituation: 336,
      DisablingCondition: 0,
    }),
    row.enrollment('hiv', 'hiv'),
    row.enrollment('other', 'other'),
    row.enrollment('silent', 'silent', {
      RelationshipToHoH: 99,
      LivingSituation: 8,
      LengthOfStay: 99,
      DisablingCondition: 99,
    }),
  ],
  Exit: [
    row.exit('oldest', 'first', { Destination: 435, DestinationSubsidyType: 431 }),
    row.exit('hiv', 'hiv', { Destination: 327 }),
    row.exit('other', 'other', { Destination: 17 }),
  ],
  Disabilities: [
    ...[5, 6, 7, 9, 10].map((type) => row.disability('hiv', 'hiv', type)),
    ...[5, 6, 7, 9, 10].map((type) => row.disability('other', 'other', type)),
    row.disability('hiv', 'hiv', 8, { DisabilityResponse: 1, ViralLoadAvailable: 1, ViralLoad: 250 }),
    row.disability('oldest', 'first', 10, { DisabilityResponse: 3, IndefiniteAndImpairs: 1 }),
    row.disability('silent', 'silent', 5, { DisabilityResponse: 99 }),
  ],
  HealthAndDV: [row.violence('oldest', 'first')],
  IncomeBenefits: [
    row.income('oldest', 'first', {
      IncomeFromAnySource: 1,
      TotalMonthlyIncome: '1250.50',
      Earned: 1,
      EarnedAmount: '1250.50',
      TANF: 0,
      SNAP: 1,
      Medicaid: 1,
    }),
    row.income('silent', 'silent', { IncomeFromAnySource: 99, Earned: 99, SNAP: 8, Medicaid: 9 }),
  ],
  CurrentLivingSituation: [
    row.contact('contact-1', 'oldest', 'first', { InformationDate: '2023-05-10' }),
    row.contact('contact-2', 'oldest', 'first', {
      InformationDate: '2023-05-20',
      CurrentLivingSituation: 37,
    }),
  ],
  Assessment: [
    {
      AssessmentID: key('assessment'),
      EnrollmentID: key('oldest'),
      PersonalID: key('first'),
      AssessmentDate: '2023-05-02',
      AssessmentLocation: 'Made-Up Access Point',
      AssessmentType: 3,
      AssessmentLevel: 2,
      PrioritizationStatus: 1,
      ...metadata,
    },
  ],
  Event: [
    {
      EventID: key('event'),
      EnrollmentID: key('oldest'),
      PersonalID: key('first'),
      EventDate: '2023-05-12',
      Event: 13,
      LocationCrisisOrPHHousing: key('shelter'),
      ReferralResult: 1,
      ResultDate: '2023-05-15',
      ...metadata,
    },
  ],
};

function link(residentId: string, client: string) {
  return { resident_id: residentId, local_id: key(client) };
}
