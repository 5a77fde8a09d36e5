import type { Database, Requester } from '@resident-graph/subgraph-kit';

import { gradeOf, probabilityOf, type MatchGrade } from '../linkage/index.ts';
import { answerQuestion } from './answer-question.ts';
import type { SearchInput } from './question.ts';
import { rounded, tenth } from './rounded.ts';
import type { Evidence, WeighedCandidate } from './weigh.ts';

export interface MatchRequest {
  readonly input: SearchInput;
  readonly onlyCertain?: boolean | null;
  readonly count?: number | null;
}

/** Somebody who may be meant, as FHIR Patient/$match grades it. */
export interface GradedResident {
  readonly id: string;
  readonly grade: MatchGrade;
  /** 0 to 1, in thousandths. */
  readonly probability: number;
  /** In bits, in tenths. */
  readonly weight: number;
  readonly evidence: readonly Evidence[];
}

const byDefault = 5;

/**
 * Says who is meant, and how certain that is; writes nothing but the record of the question. One resident at most is
 * certain: whom the policy would link by itself, and nobody else beside them.
 */
export async function matchResidents(
  database: Database,
  requester: Requester | null,
  request: MatchRequest,
): Promise<readonly GradedResident[]> {
  const count = request.count ?? byDefault;
  const asked = { kind: 'MATCH', input: request.input, argument: 'count', wanted: count } as const;
  const found = await answerQuestion(database, requester, asked);
  const linkable = found.filter(({ decision }) => decision === 'link');
  const graded = found.map((one) => gradedOf(one, linkable.length === 1 && linkable[0] === one));
  return graded.filter(({ grade }) => request.onlyCertain !== true || grade === 'certain').slice(0, count);
}

function gradedOf({ id, weight, evidence }: WeighedCandidate, isCertain: boolean): GradedResident {
  const probability = probabilityOf(weight);
  const grade = isCertain ? 'certain' : belowCertain(gradeOf(probability));
  return {
    id,
    grade,
    probability: Math.round(probability * 1_000) / 1_000,
    weight: tenth(weight),
    evidence: evidence.map(rounded),
  };
}

function belowCertain(grade: MatchGrade): MatchGrade {
  return grade === 'certain' ? 'probable' : grade;
}
