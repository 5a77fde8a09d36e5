import type { Caller } from '../../authentication/index.ts';
import type { BreakGlassSession, Consent, Relationship, ResidentFacts } from '../facts/index.ts';

/** What is between a caller and a resident. */
export interface ResidentStanding {
  readonly worksWith: boolean;
  /** Names of the data categories of the resident's that the caller may see. */
  readonly permitted: ReadonlySet<string>;
}

/**
 * Whether a caller may see that a consent is on file. The resident sees all; the disclosing agency's officers, its
 * own; whoever works with the resident, those that their agency or they themselves disclose or receive by, if they
 * may see anything that it is about: that somebody consented tells of a record (42 CFR 2.13(c)).
 */
export function seesConsent(caller: Caller, consent: Consent, standing: ResidentStanding): boolean {
  if (caller.residentId === consent.residentId) return true;
  const { agency, subject } = caller;
  if (isOfficer(caller) && agency === consent.discloser) return true;
  const { discloser, recipientAgencies, recipientSubjects, categories } = consent;
  const isParty =
    agency === discloser || recipientAgencies.includes(agency) || recipientSubjects.includes(subject);
  const seesOfIt = categories.some((category) => standing.permitted.has(category));
  return standing.worksWith && isParty && seesOfIt;
}

/**
 * Whether a caller may see that a relationship is on file: the resident sees all, those who work for an agency its
 * own, and everybody their own. That somebody treats the resident tells of a treatment: at the agency it is for the
 * officers alone, as another unit is outside the programme (42 CFR 2.12(c)(3), 2.13(c)).
 */
export function seesRelationship(caller: Caller, relationship: Relationship): boolean {
  return (
    caller.residentId === relationship.residentId ||
    (caller.agency === relationship.agency && seesOfAgency(caller, relationship)) ||
    caller.subject === relationship.subject
  );
}

/** Residents belong to the index's agency too, and may not see what it vouches for between others. */
function seesOfAgency(caller: Caller, { kind }: Relationship): boolean {
  return kind === 'treating' ? isOfficer(caller) : caller.roles.some((role) => role !== 'resident');
}

function isOfficer({ roles }: Caller): boolean {
  return roles.includes('privacy-officer') || roles.includes('data-steward');
}

/** Whether a caller may see a session: the resident sees all, privacy officers those at their agency, others their own. */
export function seesSession(caller: Caller, session: BreakGlassSession): boolean {
  return (
    caller.residentId === session.residentId ||
    caller.subject === session.subject ||
    (caller.roles.includes('privacy-officer') && session.agencies.includes(caller.agency))
  );
}

/** Of the facts about a resident those that an officer may see: for them the others are not on file. */
export function factsSeenBy(officer: Caller, facts: ResidentFacts): ResidentFacts {
  const { consents, relationships, breakGlass } = facts;
  const standing = { worksWith: false, permitted: new Set<string>() };
  return {
    ...facts,
    consents: consents.filter((one) => seesConsent(officer, one, standing)),
    relationships: relationships.filter((one) => seesRelationship(officer, one)),
    breakGlass: breakGlass !== null && seesSession(officer, breakGlass) ? breakGlass : null,
  };
}
