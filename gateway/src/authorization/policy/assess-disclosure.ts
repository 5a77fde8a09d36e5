import type { Caller } from '../../authentication/index.ts';
import type { Category } from '../categories/index.ts';
import { assessCandidate } from './assess-candidate.ts';
import type { Assessment } from './assessment.ts';
import { better } from './assessment.ts';
import { restrictionOf } from './barriers.ts';
import { bindsAt } from './candidate.ts';
import type { Circumstances } from './circumstances.ts';
import { permitNothing, undecidable } from './plain-decisions.ts';
import type { PolicyRules } from './policy-rules.ts';

/**
 * Whether an agency may be sent a category of another's, so that it can answer a field of its own: an agreement in
 * force grants it to the agency itself for this purpose, and the statutes permit it to the agency whoever the resident
 * is. What depends on the resident is denied: an agency is asked for many at once.
 */
export function assessDisclosure(
  recipient: string,
  categoryName: string,
  { requester, purposeOfUse, at }: Circumstances,
  rules: PolicyRules,
): Assessment {
  const category = rules.categories.get(categoryName);
  if (category === undefined) return undecidable;
  if (category.agency === recipient) return permitNothing;
  // The caller may see the field by another of its alternatives: by this one its value still isn't sent.
  const restriction = restrictionOf(category, rules);
  if (restriction) return restriction;
  const statutes = rules.statutes.get(category.name) ?? [];
  const itself = agencyItself(recipient, requester.application);
  const request = { requester: itself, purposeOfUse, category, at, declarations: [], resident: null };
  return rules.agreements
    .toAgency(category.name, recipient)
    .filter((candidate) => bindsAt(candidate, at.getTime()))
    .map((each) => assessCandidate(each, { ...request, agreement: each.agreement }, statutes))
    .filter(({ decision }) => decision.kind !== 'undetermined')
    .reduce(better, refused(category));
}

/** An agency is nobody: it has no role, no training and no assurance. */
function agencyItself(agency: string, application: string): Caller {
  return {
    subject: '',
    agency,
    roles: [],
    application,
    purposesOfUse: null,
    residentId: null,
    trainings: [],
    assuranceLevel: 0,
  };
}

function refused({ name, authority, concealment }: Category): Assessment {
  return {
    decision: {
      kind: 'deny',
      reason: 'AGREEMENT',
      authority: authority[0] ?? name,
      remedy: 'REQUEST_AGREEMENT',
      agreement: null,
      category: name,
      isConcealed: concealment === true,
    },
    stage: 'agreement',
  };
}
