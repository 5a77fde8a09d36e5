import type { DenialReason, Remedy } from '../access/index.ts';
import type { Category } from '../categories/index.ts';
import type { Assessment, Stage } from './assessment.ts';
import type { Candidate } from './candidate.ts';
import { bindsAt } from './candidate.ts';
import type { Circumstances } from './circumstances.ts';
import type { PolicyRules } from './policy-rules.ts';

/**
 * What stands in the way whatever the agreements say: the requester isn't known; the state of governance may be out of
 * date, so that a restriction may be in force that isn't known here; the agency restricts it; no purpose is stated.
 */
export function barrierTo(
  category: Category,
  circumstances: Circumstances,
  rules: PolicyRules,
): Assessment | undefined {
  const { requester, purposeOfUse } = circumstances;
  const bar = (stage: Stage, by: BarredBy): Assessment => barred(stage, category, by);
  if (requester.isAnonymous) {
    const authority = 'NIST SP 800-63-4';
    return bar('agreement', { reason: 'ASSURANCE', remedy: 'STEP_UP', authority });
  }
  if (rules.state.isStale) {
    const authority = 'The state of governance is not known.';
    return bar('statute', { reason: 'UNDECIDABLE', remedy: 'NONE', authority });
  }
  const restriction = restrictionOf(category, rules);
  if (restriction) return restriction;
  if (purposeOfUse !== null) return undefined;
  const [law = category.name] = category.authority;
  return bar('purpose', {
    reason: 'PURPOSE',
    remedy: 'STATE_PURPOSE',
    // Which agreement comes near is not to be said before it is known what for.
    authority: `No purpose of use is stated: ${law}`,
  });
}

/** The denial of whoever no agreement in force grants the category to. */
export function withoutAgreement(
  category: Category,
  circumstances: Circumstances,
  rules: PolicyRules,
): Assessment {
  const remedy = 'REQUEST_AGREEMENT';
  const candidate = nearest(category, circumstances, rules);
  return candidate
    ? barred('role', category, { reason: 'ROLE', remedy, candidate })
    : barred('agreement', category, { reason: 'AGREEMENT', remedy });
}

/** The denial of what its agency has stopped sharing, with whomever. */
export function restrictionOf(category: Category, rules: PolicyRules): Assessment | undefined {
  if (!isRestricted(category, rules)) return undefined;
  const authority = `Restricted by ${category.agency}.`;
  return barred('statute', category, { reason: 'RESTRICTION', remedy: 'NONE', authority });
}

function isRestricted({ name, agency }: Category, { state }: PolicyRules): boolean {
  return state.restrictions.some(
    (restriction) =>
      restriction.agency === agency &&
      (restriction.categories === null || restriction.categories.includes(name)),
  );
}

/** A grant to the requester's agency, to their role if there is one. */
function nearest(
  { name }: Category,
  { requester: { agency, roles }, at }: Circumstances,
  { agreements }: PolicyRules,
): Candidate | undefined {
  const binds = (candidate: Candidate): boolean => bindsAt(candidate, at.getTime());
  return (
    agreements.toRoles(name, agency, roles).find(binds) ?? agreements.toAnyRole(name, agency).find(binds)
  );
}

interface BarredBy {
  readonly reason: DenialReason;
  readonly remedy: Remedy;
  readonly candidate?: Candidate | undefined;
  /** The nearest agreement's title, or else the law that the category rests on, if left out. */
  readonly authority?: string;
}

function barred(stage: Stage, category: Category, by: BarredBy): Assessment {
  const { reason, remedy, candidate } = by;
  const authority = by.authority ?? candidate?.agreement.title ?? category.authority[0] ?? category.name;
  const isConcealed = category.concealment === true;
  const agreement = candidate?.agreement.id ?? null;
  return {
    decision: { kind: 'deny', reason, authority, remedy, agreement, category: category.name, isConcealed },
    stage,
  };
}
