import type { Decision, Permit } from './decision.ts';

/** How near something came to being permitted, the nearest last: what it failed by. */
const stages = ['agreement', 'role', 'purpose', 'condition', 'statute'] as const;

/** What a candidate, or a category without one, failed by. */
export type Stage = (typeof stages)[number];

/** A decision with what it takes to compare it with others. */
export interface Assessment {
  readonly decision: Decision;
  /** What it was denied by; null if it wasn't. */
  readonly stage: Stage | null;
  /** Other permits of the same, where this one transforms a field that they may not. */
  readonly others?: readonly Assessment[];
}

const kinds = ['deny', 'undetermined', 'permit'] as const;

/**
 * The better of two answers to the same question. Permit before undetermined before deny. Of permits the one with
 * fewer transforms, then with fewer obligations, then the first; of denials the one that came nearest, then the first.
 * A denial is concealed if either is.
 */
export function better(first: Assessment, second: Assessment): Assessment {
  const [one, other] = [first.decision, second.decision];
  if (one.kind === 'deny' && other.kind === 'deny') {
    const nearest = depth(second) > depth(first) ? second : first;
    return concealedIf(nearest, one.isConcealed || other.isConcealed);
  }
  if (one.kind === 'permit' && other.kind === 'permit') {
    return betterPermit(first, second, one, other);
  }
  return kinds.indexOf(other.kind) > kinds.indexOf(one.kind) ? second : first;
}

function betterPermit(first: Assessment, second: Assessment, one: Permit, other: Permit): Assessment {
  const fewer =
    other.transforms.length - one.transforms.length || other.obligations.length - one.obligations.length;
  const [winner, loser] = fewer < 0 ? [second, first] : [first, second];
  const isPlain = Math.min(one.transforms.length, other.transforms.length) === 0;
  if (isPlain) return winner;
  return { ...winner, others: [...(first.others ?? []), ...(second.others ?? []), { ...loser, others: [] }] };
}

/** The permit that shows most of one field: one that doesn't transform it, if there is one. */
export function bestForField(coordinate: string, assessment: Assessment): Assessment {
  const isPlain = ({ decision }: Assessment): boolean =>
    decision.kind === 'permit' && !isTransformed(coordinate, decision);
  return [assessment, ...(assessment.others ?? [])].find(isPlain) ?? assessment;
}

/** Whether a permit makes a field's value less. */
export function isTransformed(coordinate: string, { transforms }: Permit): boolean {
  return transforms.some((transform) => transform.coordinate === coordinate);
}

/** The answer to two questions that both have to be answered with yes: what they permit and oblige to is added up. */
export function together(first: Assessment, second: Assessment): Assessment {
  const [one, other] = [first.decision, second.decision];
  if (one.kind === 'deny' && other.kind === 'deny') {
    const farthest = depth(second) < depth(first) ? second : first;
    return concealedIf(farthest, one.isConcealed || other.isConcealed);
  }
  if (one.kind === 'permit' && other.kind === 'permit') {
    const decision: Decision = {
      kind: 'permit',
      agreements: distinct([...one.agreements, ...other.agreements]),
      citations: distinct([...one.citations, ...other.citations]),
      obligations: distinct([...one.obligations, ...other.obligations]),
      transforms: distinct([...one.transforms, ...other.transforms]),
    };
    return { decision, stage: null };
  }
  return kinds.indexOf(other.kind) < kinds.indexOf(one.kind) ? second : first;
}

function depth({ stage }: Assessment): number {
  return stage === null ? stages.length : stages.indexOf(stage);
}

function concealedIf({ decision, stage }: Assessment, isConcealed: boolean): Assessment {
  return decision.kind === 'deny' && decision.isConcealed !== isConcealed
    ? { decision: { ...decision, isConcealed }, stage }
    : { decision, stage };
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
