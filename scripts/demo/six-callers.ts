import type { DemonstrationCaller } from './issuer.ts';

const application = 'demonstration';

/** Somebody who asks for a purpose, with what is on file between them and the resident. */
export interface NamedCaller {
  /** As the README's table calls them. */
  readonly name: string;
  readonly caller: DemonstrationCaller;
  readonly purposeOfUse: string | null;
  readonly relationship: { readonly kind: Relationship; readonly agency: string } | null;
  /** Whether the resident has consented to treatment, payment and operations by the programme. */
  readonly hasConsent: boolean;
}

type Relationship = 'caseload' | 'treating' | 'supervision';

/** A caseworker who has the demonstration's resident on the caseload. */
export const housingCaseworker: DemonstrationCaller = {
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application,
  trainings: ['hmis-privacy'],
  assuranceLevel: 2,
};

/** The day from which the demonstration's facts hold. */
const validFrom = new Date('2026-01-01T00:00:00Z');

/** What is on file between the callers and the resident, as the governance database takes it over. */
export function factsOfSixCallers(residentId: string) {
  const callers = sixCallers(residentId);
  const since = { residentId, validFrom, validUntil: null };
  return {
    relationships: callers.flatMap(({ caller: { subject }, relationship }) =>
      relationship ? [{ ...since, ...relationship, id: `demonstration-${subject}`, subject }] : [],
    ),
    consents: callers.flatMap(({ caller: { subject }, hasConsent }) =>
      hasConsent
        ? [{ ...since, ...treatmentConsent, id: `demonstration-${subject}`, recipientSubjects: [subject] }]
        : [],
    ),
  };
}

const treatmentConsent = {
  kind: 'treatment-payment-operations',
  discloser: 'behavioral-health',
  recipientAgencies: [],
  isGeneralDesignation: false,
  categories: ['behavioral-health-section', 'sud-treatment'],
  purposesOfUse: ['TREAT'],
} as const;

/** The callers of the README's table; all ask the same of the same resident. */
export function sixCallers(residentId: string): readonly NamedCaller[] {
  const counselor = {
    agency: 'behavioral-health',
    roles: ['sud-counselor'],
    application,
    trainings: ['part-2-confidentiality'],
    assuranceLevel: 2,
  };
  return [
    {
      name: 'housing caseworker, resident on the caseload',
      caller: housingCaseworker,
      purposeOfUse: 'HOUSING_PLACEMENT',
      relationship: { kind: 'caseload', agency: 'housing' },
      hasConsent: false,
    },
    {
      name: 'SNAP eligibility worker',
      caller: {
        subject: 'eligibility-worker-1',
        agency: 'benefits',
        roles: ['snap-eligibility-worker'],
        application,
        assuranceLevel: 2,
      },
      purposeOfUse: 'ELIGDTRM',
      relationship: { kind: 'caseload', agency: 'benefits' },
      hasConsent: false,
    },
    {
      name: 'SUD counselor, consent on file',
      caller: { subject: 'counselor-1', ...counselor },
      purposeOfUse: 'TREAT',
      relationship: { kind: 'treating', agency: 'behavioral-health' },
      hasConsent: true,
    },
    {
      name: 'SUD counselor, no consent',
      caller: { subject: 'counselor-2', ...counselor },
      purposeOfUse: 'TREAT',
      relationship: null,
      hasConsent: false,
    },
    {
      name: 'probation officer, supervising',
      caller: {
        subject: 'officer-1',
        agency: 'justice',
        roles: ['probation-officer'],
        application,
        trainings: ['chri-awareness'],
        assuranceLevel: 2,
      },
      purposeOfUse: 'HLEGAL',
      relationship: { kind: 'supervision', agency: 'justice' },
      hasConsent: false,
    },
    {
      name: 'the resident',
      caller: {
        subject: 'resident-1',
        agency: 'residents',
        roles: ['resident'],
        application,
        residentId,
        assuranceLevel: 2,
      },
      purposeOfUse: 'PATRQT',
      relationship: null,
      hasConsent: false,
    },
    {
      name: 'an application without a purpose',
      caller: {
        subject: 'application-1',
        agency: 'housing',
        roles: ['housing-caseworker'],
        application: 'no-purpose',
      },
      purposeOfUse: null,
      relationship: null,
      hasConsent: false,
    },
  ];
}

/** One field of each agency and more, for all of them. */
export function sixCallersQuery(residentId: string): string {
  return `{
  resident(id: "${residentId}") {
    name { given surname }
    socialSecurityNumber { lastFour }
    benefits { snap { cases(first: 1) { edges { node { status } } } } }
    housing { enrollments(first: 1) { edges { node { entryDate hivAids { response } } } } }
    behavioralHealth {
      substanceUseTreatment { admissions(first: 1) { edges { node { admissionDate counselingNotes { text } } } } }
    }
    justice {
      bookings(first: 1) { edges { node { bookingDate charges { description } } } }
      cases(first: 1) { edges { node { caseNumber } } }
      sealedCases(first: 1) { edges { node { caseNumber } } }
    }
  }
}`;
}
