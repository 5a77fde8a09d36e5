import type { ResidentFacts } from '../../governance/index.ts';
import type { AccessRequest } from '../access/index.ts';
import type { Category } from '../categories/index.ts';
import { assessCandidate } from './assess-candidate.ts';
import type { Assessment } from './assessment.ts';
import { better } from './assessment.ts';
import { barrierTo, withoutAgreement } from './barriers.ts';
import type { Candidate } from './candidate.ts';
import { bindsAt } from './candidate.ts';
import type { Circumstances } from './circumstances.ts';
import type { PolicyRules } from './policy-rules.ts';

/** What a category comes to as long as the resident isn't known. */
export interface CategoryAssessment {
  readonly assessment: Assessment;
  /** The candidates that may permit once the resident is known; none if the assessment is no longer open. */
  readonly open: readonly Candidate[];
  /** What remains if none of them does. */
  readonly otherwise: Assessment;
}

/** Decides about one category as far as it can be without a resident. */
export function assessCategory(
  category: Category,
  circumstances: Circumstances,
  rules: PolicyRules,
): CategoryAssessment {
  const barrier = barrierTo(category, circumstances, rules);
  if (barrier) return { assessment: barrier, open: [], otherwise: barrier };
  const { requester, at } = circumstances;
  const candidates = rules.agreements
    .toRoles(category.name, requester.agency, requester.roles)
    .filter((candidate) => bindsAt(candidate, at.getTime()));
  const assess = assessor(category, circumstances, rules, null);
  let otherwise = withoutAgreement(category, circumstances, rules);
  let assessment = otherwise;
  const open: Candidate[] = [];
  for (const candidate of candidates) {
    const each = assess(candidate);
    assessment = better(assessment, each);
    if (isBest(assessment)) break;
    if (each.decision.kind === 'undetermined') open.push(candidate);
    if (each.decision.kind === 'deny') otherwise = better(otherwise, each);
  }
  return { assessment, open: assessment.decision.kind === 'undetermined' ? open : [], otherwise };
}

/** Decides about one category of a resident's, where it was undetermined; never undetermined. */
export function assessForResident(
  category: Category,
  { open, otherwise }: CategoryAssessment,
  resident: ResidentFacts,
  circumstances: Circumstances,
  rules: PolicyRules,
): Assessment {
  const assess = assessor(category, circumstances, rules, resident);
  let assessment = otherwise;
  for (const candidate of open) {
    if (bindsAt(candidate, circumstances.at.getTime())) assessment = better(assessment, assess(candidate));
    if (isBest(assessment)) break;
  }
  return assessment;
}

/** Nothing that comes after it can be better: the first of those that ask for nothing in return. */
function isBest({ decision }: Assessment): boolean {
  return decision.kind === 'permit' && decision.transforms.length === 0 && decision.obligations.length === 0;
}

function assessor(
  category: Category,
  { requester, purposeOfUse, at }: Circumstances,
  { statutes, state }: PolicyRules,
  resident: ResidentFacts | null,
): (candidate: Candidate) => Assessment {
  const covering = statutes.get(category.name) ?? [];
  const declarations = state.declarations.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  const request: Omit<AccessRequest, 'agreement'> = {
    requester,
    purposeOfUse,
    category,
    at,
    declarations,
    resident,
  };
  return (candidate) => assessCandidate(candidate, { ...request, agreement: candidate.agreement }, covering);
}
