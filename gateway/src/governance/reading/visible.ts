import type { Caller } from '../../authentication/index.ts';
import type { BreakGlassSession, Consent, Relationship, ResidentFacts } from '../facts/index.ts';
import { vouchesFor } from './vouches-for.ts';

/** What is between a caller and a resident. */
export interface ResidentStanding {
  readonly worksWith: boolean;
  /** As parent or guardian. */
  readonly actsFor: boolean;
  /** Names of the data categories of the resident's that the caller may see. */
  readonly permitted: ReadonlySet<string>;
}

/**
 * Whether a caller may see that a consent is on file. The resident sees all; the disclosing agency's officers, its
 * own; parents and guardians, those to what they may see of the resident; whoever works with the resident, those that their agency or they themselves disclose or receive by, if they
 * may see anything that it is about: that somebody consented tells of a record (42 CFR 2.13(c)).
 */
export function seesConsent(caller: Caller, consent: Consent, standing: ResidentStanding): boolean {
  if (caller.residentId === consent.residentId) return true;
  const { agency, subject } = caller;
  if (isOfficer(caller) && agency === consent.discloser) return true;
  const { discloser, recipientAgencies, recipientSubjects, categories } = consent;
  if (standing.actsFor && categories.every((category) => standing.permitted.has(category))) return true;
  const isParty =
    agency === discloser || recipientAgencies.includes(agency) || recipientSubjects.includes(subject);
  const seesOfIt = categories.some((category) => standing.permitted.has(category));
  return standing.worksWith && isParty && seesOfIt;
}

/**
 * Whether a caller may see that a relationship is on file: the resident sees all, everybody their own, and at the
 * agency that vouches for it, its officers and those who record such relationships. Others at the agency have no need
 * to know who works with whom (45 CFR 164.514(d)(2)), and who treats somebody tells of a treatment (42 CFR 2.13(c)).
 */
export function seesRelationship(caller: Caller, relationship: Relationship): boolean {
  const { residentId, subject, agency, kind } = relationship;
  if (caller.residentId === residentId || caller.subject === subject) return true;
  return caller.agency === agency && (isOfficer(caller) || vouchesFor(caller, kind));
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
  const standing = { worksWith: false, actsFor: false, permitted: new Set<string>() };
  return {
    ...facts,
    consents: consents.filter((one) => seesConsent(officer, one, standing)),
    relationships: relationships.filter((one) => seesRelationship(officer, one)),
    breakGlass: breakGlass !== null && seesSession(officer, breakGlass) ? breakGlass : null,
  };
}
