import type {
  BreakGlassReason,
  Consent,
  ConsentKind,
  EmergencyDeclaration,
  RelationshipKind,
  ResidentFacts,
} from '../../../../src/governance/index.ts';
import type { AccessRequest } from '../../../../src/authorization/access/index.ts';

export const now = new Date('2026-06-15T12:00:00Z');
const hour = 3_600_000;

/** So many hours from now. */
export function inHours(hours: number): Date {
  return new Date(now.getTime() + hours * hour);
}

/** So many days from now. */
export function inDays(days: number): Date {
  return inHours(days * 24);
}

const residentId = 'resident-1';
export const nothingOnFile: ResidentFacts = { residentId, consents: [], relationships: [], breakGlass: null };

/** Puts something on file that fits the request, but for what is said to differ. */
export type Fact = (request: AccessRequest, facts: ResidentFacts) => ResidentFacts;

/** The resident consented to just this disclosure. */
export function consent(kind: ConsentKind, differing: Partial<Consent> = {}): Fact {
  return ({ requester, category, purposeOfUse }, facts) => ({
    ...facts,
    consents: [
      ...facts.consents,
      {
        id: `consent-${facts.consents.length + 1}`,
        residentId,
        kind,
        discloser: category.agency,
        recipientAgencies: [requester.agency],
        recipientSubjects: [],
        isGeneralDesignation: false,
        categories: [category.name],
        purposesOfUse: purposeOfUse === null ? [] : [purposeOfUse],
        validFrom: inDays(-30),
        validUntil: inDays(300),
        revokedAt: null,
        ...differing,
      },
    ],
  });
}

/** The consent names a class of recipients, not this one. */
export const classOfRecipients = { recipientAgencies: [], isGeneralDesignation: true } as const;

/** The requester has to do with the resident, as its own agency vouches for. */
export function relationship(
  kind: RelationshipKind,
  differing: Partial<ResidentFacts['relationships'][number]> = {},
): Fact {
  return ({ requester }, facts) => ({
    ...facts,
    relationships: [
      ...facts.relationships,
      {
        id: `relationship-${facts.relationships.length + 1}`,
        residentId,
        kind,
        subject: requester.subject,
        agency: requester.agency,
        validFrom: inDays(-30),
        validUntil: null,
        ...differing,
      },
    ],
  });
}

/** The requester opened the record out of the ordinary an hour ago. */
export function brokenGlass(
  reason: BreakGlassReason,
  differing: Partial<NonNullable<ResidentFacts['breakGlass']>> = {},
): Fact {
  return ({ requester, category }, facts) => ({
    ...facts,
    breakGlass: {
      id: 'break-glass-1',
      residentId,
      subject: requester.subject,
      agencies: [category.agency],
      reason,
      openedAt: inHours(-1),
      endsAt: inHours(3),
      ...differing,
    },
  });
}

/** A flood was declared yesterday, for whom and what is asked, but for what is said to differ. */
export function declared(
  differing: Partial<EmergencyDeclaration> = {},
): (request: AccessRequest) => EmergencyDeclaration {
  return ({ requester, category, purposeOfUse }) => ({
    id: 'declaration-1',
    authority: 'Governor’s declaration of a state of emergency',
    area: 'statewide',
    categories: [category.name],
    roles: requester.roles,
    purposesOfUse: purposeOfUse === null ? [] : [purposeOfUse],
    startsAt: inDays(-1),
    endsAt: inDays(30),
    ...differing,
  });
}
