import type { Caller } from '../../../src/authentication/index.ts';
import type { Consent, Relationship } from '../../../src/governance/index.ts';

/** A caller, of whom a test says what matters. */
export function callerOf(known: Partial<Caller> & Pick<Caller, 'subject' | 'agency'>): Caller {
  return {
    roles: [],
    application: 'caseworker-page',
    purposesOfUse: null,
    residentId: null,
    trainings: [],
    assuranceLevel: 2,
    ...known,
  };
}

export const caseworker = callerOf({
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
});
export const counselor = callerOf({
  subject: 'counselor-1',
  agency: 'behavioral-health',
  roles: ['sud-counselor'],
});
export const resident = callerOf({
  subject: 'resident-1',
  agency: 'residents',
  roles: ['resident'],
  residentId: 'r1',
});

export const noon = new Date('2026-03-02T12:00:00.000Z');

/** An instant so many hours after noon. */
export function hoursLater(hours: number): Date {
  return new Date(noon.getTime() + hours * 3_600_000);
}

/** A consent to treatment, payment and operations that housing may receive by. */
export function consentOf(known: Partial<Consent> = {}): Omit<Consent, 'revokedAt'> {
  return {
    id: `consent-${known.residentId ?? 'r1'}`,
    residentId: 'r1',
    kind: 'treatment-payment-operations',
    discloser: 'behavioral-health',
    recipientAgencies: ['housing'],
    recipientSubjects: [],
    isGeneralDesignation: false,
    categories: ['sud-treatment'],
    purposesOfUse: ['TREAT', 'HPAYMT', 'HOPERAT'],
    validFrom: hoursLater(-24),
    validUntil: null,
    ...known,
  };
}

/** That the housing caseworker has the resident on their caseload. */
export function relationshipOf(known: Partial<Relationship> = {}): Relationship {
  return {
    id: `relationship-${known.residentId ?? 'r1'}`,
    residentId: 'r1',
    kind: 'caseload',
    subject: 'caseworker-1',
    agency: 'housing',
    validFrom: hoursLater(-24),
    validUntil: null,
    ...known,
  };
}

export const steward = callerOf({ subject: 'steward-1', agency: 'housing', roles: ['data-steward'] });
export const privacyOfficer = callerOf({
  subject: 'privacy-1',
  agency: 'behavioral-health',
  roles: ['privacy-officer'],
});
export const otherOfficer = callerOf({
  subject: 'privacy-2',
  agency: 'housing',
  roles: ['privacy-officer'],
});
export const physician = callerOf({
  subject: 'physician-1',
  agency: 'emergency-medical-services',
  roles: ['emergency-physician'],
});
export const nobody = callerOf({ subject: 'anonymous', agency: 'anonymous' });
