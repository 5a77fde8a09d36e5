import type { Caller, PurposeOfUse } from '../../../src/authentication/index.ts';
import type { Agreement, Grant } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';
import type { Statute } from '../../../src/authorization/statutes/index.ts';
import type { GovernanceState, ResidentFacts } from '../../../src/governance/index.ts';

/** A question about one resident. */
export interface Question {
  readonly caller: Caller;
  readonly purpose: PurposeOfUse | null;
  readonly category: Category;
  readonly resident: ResidentFacts;
  readonly at: Date;
}

/**
 * The formula word by word, without index, table or cache: an agreement in force grants it AND every statute that
 * covers the category permits AND no restriction forbids.
 */
export function isPermitted(
  question: Question,
  agreements: readonly Agreement[],
  statutes: readonly Statute[],
  { restrictions }: GovernanceState,
): boolean {
  const { caller, purpose, category, resident, at } = question;
  const isRestricted = restrictions.some(
    (each) => each.agency === category.agency && (each.categories?.includes(category.name) ?? true),
  );
  if (isRestricted || purpose === null) return false;
  return agreements.some((agreement) => {
    const day = at.toISOString().slice(0, 10);
    const { startsOn, endsOn } = agreement.term;
    const isInForce = agreement.status === 'in-force' && startsOn <= day && day <= endsOn;
    const isRecipient = agreement.recipients.some(
      ({ agency, roles, applications }) =>
        agency === caller.agency &&
        caller.roles.some((role) => roles?.includes(role)) &&
        (applications?.includes(caller.application) ?? true),
    );
    const request = {
      requester: caller,
      purposeOfUse: purpose,
      category,
      agreement,
      at,
      declarations: [],
      resident,
    };
    return (
      isInForce &&
      agreement.provider === category.agency &&
      isRecipient &&
      agreement.grants.some(
        (grant) =>
          grant.categories.includes(category.name) &&
          grant.purposes.includes(purpose) &&
          hold(grant, question),
      ) &&
      statutes
        .filter(({ covers }) => covers.includes(category.name))
        .every(({ rule }) => rule(request).kind === 'permit')
    );
  });
}

function hold({ conditions = {}, breakGlass }: Grant, question: Question): boolean {
  const { caller, purpose, category, resident, at } = question;
  const session = resident.breakGlass;
  const isBroken =
    breakGlass === true &&
    session !== null &&
    session.subject === caller.subject &&
    session.residentId === resident.residentId &&
    session.agencies.includes(category.agency) &&
    session.openedAt <= at &&
    at < session.endsAt;
  const isNow = (from: Date, until: Date | null): boolean => from <= at && (until === null || until > at);
  const related = (kinds: readonly string[]): boolean =>
    resident.relationships.some(
      (each) =>
        kinds.includes(each.kind) &&
        each.subject === caller.subject &&
        each.residentId === resident.residentId &&
        (each.agency === caller.agency || each.kind === 'guardian') &&
        isNow(each.validFrom, each.validUntil),
    );
  const consented = (kinds: readonly string[]): boolean =>
    resident.consents.some(
      (each) =>
        kinds.includes(each.kind) &&
        each.residentId === resident.residentId &&
        each.discloser === category.agency &&
        each.categories.includes(category.name) &&
        purpose !== null &&
        each.purposesOfUse.includes(purpose) &&
        isNow(each.validFrom, each.validUntil) &&
        (each.revokedAt === null || at < each.revokedAt) &&
        (each.recipientAgencies.includes(caller.agency) ||
          each.recipientSubjects.includes(caller.subject) ||
          (each.isGeneralDesignation && related(['treating']))),
    );
  return (
    (conditions.training ?? []).every((training) => caller.trainings.includes(training)) &&
    (conditions.assuranceLevel === undefined || caller.assuranceLevel >= conditions.assuranceLevel) &&
    (conditions.isOwnRecord === undefined || caller.residentId === resident.residentId) &&
    (conditions.relationship === undefined || isBroken || related(conditions.relationship)) &&
    (conditions.consent === undefined || isBroken || consented(conditions.consent))
  );
}
