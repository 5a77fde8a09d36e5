import type { ResidentFacts } from '../../governance/index.ts';
import type { AccessRequest } from '../access/index.ts';
import type { Agreement } from '../agreements/index.ts';
import type { Category } from '../categories/index.ts';
import { assessCandidate } from './assess-candidate.ts';
import type { Assessment } from './assessment.ts';
import { better } from './assessment.ts';
import { barrierTo, withoutAgreement } from './barriers.ts';
import type { Candidate } from './candidate.ts';
import { bindsAt, observed } from './candidate.ts';
import type { Circumstances } from './circumstances.ts';
import type { PolicyRules } from './policy-rules.ts';

/** What a category comes to as long as the resident isn't known. */
export interface CategoryAssessment {
  readonly assessment: Assessment;
  /** The candidates that may permit once the resident is known, those of one shape together; none if it is decided. */
  readonly open: readonly (readonly Candidate[])[];
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
  const { agency, roles } = circumstances.requester;
  const groups = byShape(rules.agreements.toRoles(category.name, agency, roles));
  const none = withoutAgreement(category, circumstances, rules);
  const assessed = assessGroups(groups, category, null, circumstances, rules);
  const assessment = assessed.map((each) => each.assessment).reduce(better, none);
  if (assessment.decision.kind !== 'undetermined') return { assessment, open: [], otherwise: assessment };
  return {
    assessment,
    open: assessed.filter(isOpen).map(({ group }) => group),
    otherwise: assessed
      .filter((each) => !isOpen(each))
      .map((each) => each.assessment)
      .reduce(better, none),
  };
}

/** Decides about one category of a resident's, where it was undetermined; never undetermined. */
export function assessForResident(
  category: Category,
  { open, otherwise }: CategoryAssessment,
  resident: ResidentFacts,
  circumstances: Circumstances,
  rules: PolicyRules,
): Assessment {
  return assessGroups(open, category, resident, circumstances, rules)
    .map(({ assessment }) => assessment)
    .reduce(better, otherwise);
}

function byShape(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.shape);
    if (group) group.push(candidate);
    else groups.set(candidate.shape, [candidate]);
  }
  return [...groups.values()];
}

/** Candidates that come to the same. */
interface AssessedGroup {
  readonly group: readonly Candidate[];
  /** The one that binds and is named. */
  readonly first: Candidate;
  readonly assessment: Assessment;
}

/**
 * Assesses candidates. Those of one shape come to the same unless a statute looks at the agreement itself, so only the
 * first of them is assessed: the cost grows with what agreements say and not with how many say it.
 */
function assessGroups(
  groups: readonly (readonly Candidate[])[],
  category: Category,
  resident: ResidentFacts | null,
  circumstances: Circumstances,
  rules: PolicyRules,
): readonly AssessedGroup[] {
  const { request, takeUp, isAgreementRead } = observedRequest(category, resident, circumstances, rules);
  const statutes = rules.statutes.get(category.name) ?? [];
  const at = circumstances.at.getTime();
  const binds = (candidate: Candidate): boolean => bindsAt(candidate, at);
  const assessed = groups.flatMap((group) => {
    const first = group.find(binds);
    if (first === undefined) return [];
    const assessment = assess(first);
    if (!isAgreementRead()) return [{ group, first, assessment }];
    return group.filter(binds).map((each) => ({ group: [each], first: each, assessment: assess(each) }));
  });
  return assessed.toSorted(byAgreement);

  function assess(candidate: Candidate): Assessment {
    takeUp(candidate.agreement);
    return assessCandidate(candidate, request, statutes);
  }
}

function isOpen({ assessment }: AssessedGroup): boolean {
  return assessment.decision.kind === 'undetermined';
}

function byAgreement({ first: left }: AssessedGroup, { first: right }: AssessedGroup): number {
  if (left.agreement.id === right.agreement.id) return 0;
  return left.agreement.id < right.agreement.id ? -1 : 1;
}

/** A request that tells whether more of its agreement than its shape was looked at since it was taken up. */
function observedRequest(
  category: Category,
  resident: ResidentFacts | null,
  { requester, purposeOfUse, at }: Circumstances,
  { state }: PolicyRules,
) {
  let agreement: Agreement | undefined;
  let isRead = false;
  const request: AccessRequest = {
    requester,
    purposeOfUse,
    category,
    at,
    declarations: state.declarations.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt),
    resident,
    get agreement() {
      if (agreement === undefined) throw new TypeError('No agreement was taken up.');
      return observed(agreement, () => (isRead = true));
    },
  };
  const takeUp = (next: Agreement): void => {
    agreement = next;
    isRead = false;
  };
  return { request, takeUp, isAgreementRead: () => isRead };
}
