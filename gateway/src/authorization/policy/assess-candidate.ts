import type { AccessRequest, DenialReason, Remedy, Ruling } from '../access/index.ts';
import type { Agreement, Grant } from '../agreements/index.ts';
import type { Statute } from '../statutes/index.ts';
import type { Assessment, Stage } from './assessment.ts';
import type { Candidate } from './candidate.ts';
import type { ConditionResult } from './conditions/index.ts';
import { conditions } from './conditions/index.ts';

/**
 * Whether one grant of one agreement permits a category: the application and the purpose are among its, no statute
 * forbids, every condition holds, and nothing is undetermined.
 *
 * A statute that fails, or that can't say although the resident is known, denies.
 *
 * @param statutes - those that cover the category
 */
export function assessCandidate(
  candidate: Candidate,
  request: AccessRequest,
  statutes: readonly Statute[],
): Assessment {
  const { agreement, grant } = candidate;
  const outside = outsideOf(candidate, request);
  if (outside) return outside;
  const rulings = statutes.map((statute) => ruled(statute, request));
  const results = conditions.map((condition) => condition(grant, request));
  return (
    forbidden(rulings, request, agreement) ??
    unmet(results, request, agreement) ??
    undetermined(rulings, results, request, agreement) ??
    permitted(rulings, agreement, grant)
  );
}

/** What the grant doesn't speak of. */
function outsideOf(
  { agreement, grant, recipient }: Candidate,
  request: AccessRequest,
): Assessment | undefined {
  const { requester, purposeOfUse } = request;
  if (recipient.applications?.includes(requester.application) === false) {
    return denied('role', request, agreement, { reason: 'ROLE', remedy: 'REQUEST_AGREEMENT' });
  }
  if (purposeOfUse === null || !grant.purposes.includes(purposeOfUse)) {
    return denied('purpose', request, agreement, { reason: 'PURPOSE', remedy: 'STATE_PURPOSE' });
  }
  return undefined;
}

function ruled({ rule, citation }: Statute, request: AccessRequest): Ruling {
  const undecidable: Ruling = { kind: 'deny', citation, reason: 'UNDECIDABLE', remedy: 'NONE' };
  try {
    const ruling = rule(request);
    return ruling.kind === 'undetermined' && request.resident !== null ? undecidable : ruling;
  } catch {
    return undecidable;
  }
}

function forbidden(
  rulings: readonly Ruling[],
  request: AccessRequest,
  agreement: Agreement,
): Assessment | undefined {
  const forbidding = rulings.filter((ruling) => ruling.kind === 'deny');
  const [first] = forbidding;
  if (first === undefined) return undefined;
  const { reason, remedy, citation: authority } = first;
  const isConcealed = forbidding.some((ruling) => ruling.isConcealed === true);
  return denied('statute', request, agreement, { reason, remedy, authority, isConcealed });
}

function unmet(
  results: readonly ConditionResult[],
  request: AccessRequest,
  agreement: Agreement,
): Assessment | undefined {
  const first = results.find((result) => result.kind === 'unmet');
  return first && denied('condition', request, agreement, first);
}

function undetermined(
  rulings: readonly Ruling[],
  results: readonly ConditionResult[],
  { category }: AccessRequest,
  { title }: Agreement,
): Assessment | undefined {
  const ruling = rulings.find(({ kind }) => kind === 'undetermined');
  if (!ruling && results.every(({ kind }) => kind === 'met')) return undefined;
  const authority = ruling?.citation ?? title;
  return { decision: { kind: 'undetermined', authority, category: category.name }, stage: null };
}

function permitted(rulings: readonly Ruling[], { id, version }: Agreement, grant: Grant): Assessment {
  const obliging = rulings.flatMap((ruling) => (ruling.kind === 'permit' ? (ruling.obligations ?? []) : []));
  return {
    decision: {
      kind: 'permit',
      agreements: [{ id, version, clause: grant.clause }],
      citations: [...new Set(rulings.map(({ citation }) => citation))],
      obligations: [...new Set([...(grant.obligations ?? []), ...obliging])],
      transforms: grant.transforms ?? [],
    },
    stage: null,
  };
}

interface DenialBy {
  readonly reason: DenialReason;
  readonly remedy: Remedy;
  /** The agreement's title, if left out. */
  readonly authority?: string;
  readonly isConcealed?: boolean;
}

function denied(
  stage: Stage,
  { category }: AccessRequest,
  { id, title }: Agreement,
  { reason, remedy, authority = title, isConcealed = false }: DenialBy,
): Assessment {
  return {
    decision: {
      kind: 'deny',
      reason,
      authority,
      remedy,
      agreement: id,
      category: category.name,
      isConcealed: isConcealed || category.concealment === true,
    },
    stage,
  };
}
