import type { Caller } from '../../authentication/index.ts';
import type { Agreement } from '../agreements/index.ts';

/** Whom agreements name: a role at an agency, by one application or any. */
export interface Requester {
  readonly agency: string;
  readonly role: string;
  /** Null: whichever it is. */
  readonly application: string | null;
}

/**
 * Everybody whom agreements name as a recipient, each once, in the order of their names.
 *
 * @returns null if there are more than so many; they are counted as they are listed, so no longer list is ever made
 */
export function requestersOf(agreements: readonly Agreement[], most: number): readonly Requester[] | null {
  const different = new Map<string, Requester>();
  for (const requester of namedBy(agreements)) {
    different.set(nameOf(requester), requester);
    if (different.size > most) return null;
  }
  return [...different].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

function* namedBy(agreements: readonly Agreement[]): Generator<Requester> {
  for (const { agency, roles = [], applications = [null] } of agreements.flatMap((each) => each.recipients))
    for (const role of new Set(roles))
      for (const application of new Set(applications)) yield { agency, role, application };
}

/** @example `probation-officer@justice`, or `researcher@research-institute by enclave`. */
export function nameOf({ agency, role, application }: Requester): string {
  return application === null ? `${role}@${agency}` : `${role}@${agency} by ${application}`;
}

/**
 * Somebody in this place who meets every condition that a person can meet by themselves: every training is completed,
 * identity is proven as well as it can be, and the identity provider vouches that they are a resident.
 */
export function bestCaller(
  { agency, role, application }: Requester,
  agreements: readonly Agreement[],
): Caller {
  const trainings = agreements.flatMap(({ grants }) =>
    grants.flatMap(({ conditions }) => conditions?.training ?? []),
  );
  return {
    subject: '',
    agency,
    roles: [role],
    application: application ?? '',
    purposesOfUse: null,
    residentId: '',
    trainings: [...new Set(trainings)],
    assuranceLevel: 3,
  };
}
