import type { DemonstrationCaller } from './issuer.ts';

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

const application = 'demonstration';

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
      name: 'Housing caseworker, the resident on the caseload',
      caller: {
        subject: 'caseworker-1',
        agency: 'housing',
        roles: ['housing-caseworker'],
        application,
        trainings: ['hmis-privacy'],
        assuranceLevel: 2,
      },
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
      name: 'Substance use counselor, consent on file',
      caller: { subject: 'counselor-1', ...counselor },
      purposeOfUse: 'TREAT',
      relationship: { kind: 'treating', agency: 'behavioral-health' },
      hasConsent: true,
    },
    {
      name: 'Substance use counselor, no consent',
      caller: { subject: 'counselor-2', ...counselor },
      purposeOfUse: 'TREAT',
      relationship: null,
      hasConsent: false,
    },
    {
      name: 'Probation officer who supervises the resident',
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
      name: 'The resident',
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
      name: 'An application that states no purpose',
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
