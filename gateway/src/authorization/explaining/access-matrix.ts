import type { PurposeOfUse } from '../../authentication/index.ts';
import type { Agreement } from '../agreements/index.ts';
import { inTurns } from '../in-turns.ts';
import type { DecisionTable, PolicyParts } from '../policy/index.ts';
import { compilePolicy } from '../policy/index.ts';
import type { Requester } from './requesters.ts';
import { bestCaller } from './requesters.ts';

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

/** The purposes for which agreements grant anything, in the order of their codes. */
export function purposesOf(agreements: readonly Agreement[]): readonly PurposeOfUse[] {
  const named = agreements.flatMap(({ grants }) => grants.flatMap(({ purposes }) => purposes));
  return [...new Set(named)].toSorted();
}
