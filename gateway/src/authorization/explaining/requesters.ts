import type { Caller } from '../../authentication/index.ts';
import type { Agreement } from '../agreements/index.ts';

/** Whom agreements name: a role at an agency, by one application or any. */
export interface Requester {
  readonly agency: string;
  readonly role: string;
  /** Null: whichever it is. */
  readonly application: string | null;
}

/** Everybody whom agreements name as a recipient, each once, in the order of their names. */
export function requestersOf(agreements: readonly Agreement[]): readonly Requester[] {
  const named = agreements.flatMap(({ recipients }) =>
    recipients.flatMap(({ agency, roles = [], applications = [null] }) =>
      roles.flatMap((role) => applications.map((application) => ({ agency, role, application }))),
    ),
  );
  const different = new Map(named.map((each) => [nameOf(each), each]));
  return [...different].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
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
