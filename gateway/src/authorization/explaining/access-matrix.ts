import type { PurposeOfUse } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { Agreement } from '../agreements/index.ts';
import { inTurns } from '../in-turns.ts';
import type { DecisionTable, PolicyParts } from '../policy/index.ts';
import { compilePolicy } from '../policy/index.ts';
import type { Requester } from './requesters.ts';
import { bestCaller, requestersOf } from './requesters.ts';

/** One place of the matrix: somebody with a purpose, and everything that is decided for them. */
export interface MatrixPlace {
  readonly requester: Requester;
  readonly purpose: PurposeOfUse;
  readonly table: DecisionTable;
}

/** Whom and what for to decide. */
export interface MatrixAxes {
  readonly requesters: readonly Requester[];
  readonly purposes: readonly PurposeOfUse[];
}

/**
 * Decides for everybody and every purpose, as requests are decided: what is permitted at best, to somebody with all
 * trainings and the highest assurance, and what depends on the resident.
 */
export async function accessMatrix(
  parts: Omit<PolicyParts, 'now'>,
  { requesters, purposes }: MatrixAxes,
  at: Date,
): Promise<readonly MatrixPlace[]> {
  const policy = compilePolicy({ ...parts, now: () => at });
  const places = await inTurns(requesters, 1, (requester) => {
    const caller = bestCaller(requester, parts.agreements);
    return purposes.map((purpose) => ({ requester, purpose, table: policy.tableFor(caller, purpose, at) }));
  });
  return places.flat();
}

/** Places of a matrix: each holds a table of decisions. */
const mostPlaces = 20_000;

/**
 * Everybody whom agreements name, and every purpose for which they grant anything.
 *
 * @throws Failure BAD_USER_INPUT if these are too many to decide for
 */
export function axesOf(agreements: readonly Agreement[]): MatrixAxes {
  const purposes = purposesOf(agreements);
  const requesters = requestersOf(agreements, Math.floor(mostPlaces / Math.max(1, purposes.length)));
  if (requesters !== null) return { requesters, purposes };
  const message = `The agreements name too many requesters: at most ${mostPlaces} requesters with a purpose are compared.`;
  throw failure('BAD_USER_INPUT', { message });
}

/** The purposes for which agreements grant anything, in the order of their codes. */
export function purposesOf(agreements: readonly Agreement[]): readonly PurposeOfUse[] {
  const named = agreements.flatMap(({ grants }) => grants.flatMap(({ purposes }) => purposes));
  return [...new Set(named)].toSorted();
}
