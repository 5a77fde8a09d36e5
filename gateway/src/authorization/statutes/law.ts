import type { AccessRequest, DenialReason, Obligation, Remedy, Ruling } from '../access/index.ts';
import type { Statute } from './statute.ts';
import type { Condition } from './truth.ts';

/** One thing for which a law permits disclosure, with its place in the law. */
export interface Ground {
  readonly citation: string;
  readonly when: Condition;
  readonly obligations?: readonly Obligation[];
}

/** What a law answers if no ground holds. */
export interface Refusal {
  readonly citation: string;
  readonly reason: DenialReason;
  readonly remedy: Remedy;
}

/** A law that forbids disclosure unless one of its grounds holds. */
export interface Law extends Omit<Statute, 'rule'> {
  /** The requests that the law speaks of; it permits all others. Left out: every request. */
  readonly speaksOf?: (request: AccessRequest) => boolean;
  /** In the order in which they are cited. */
  readonly grounds: readonly Ground[];
  readonly otherwise: (request: AccessRequest) => Refusal;
}

/** The statute that rules as the law says: the first ground that holds, or the refusal. */
export function statuteOf(law: Law): Statute {
  const { id, citation, title, covers } = law;
  return { id, citation, title, covers, rule: (request) => rulingOf(law, request) };
}

function rulingOf(law: Law, request: AccessRequest): Ruling {
  if (law.speaksOf && !law.speaksOf(request)) return { kind: 'permit', citation: law.citation };
  if (request.purposeOfUse === null) return denied(request, purposeMissing(law));
  let open: Ground | undefined;
  for (const ground of law.grounds) {
    const truth = ground.when(request);
    if (truth === true) return permitted(ground);
    if (truth === 'unknown') open ??= ground;
  }
  if (open) return { kind: 'undetermined', citation: open.citation };
  return denied(request, law.otherwise(request));
}

function permitted({ citation, obligations }: Ground): Ruling {
  return { kind: 'permit', citation, ...(obligations && { obligations }) };
}

function denied(request: AccessRequest, refusal: Refusal): Ruling {
  const isConcealed = request.category.concealment === true;
  return { kind: 'deny', ...refusal, ...(isConcealed && { isConcealed }) };
}

function purposeMissing({ citation }: Law): Refusal {
  return { citation, reason: 'PURPOSE', remedy: 'STATE_PURPOSE' };
}
