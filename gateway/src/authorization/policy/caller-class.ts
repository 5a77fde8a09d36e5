import type { Caller, PurposeOfUse } from '../../authentication/index.ts';

/** Callers of whom everything is equal that decisions without a resident depend on. */
export interface CallerClass {
  /** Equal for callers of one class who state the same purpose. */
  readonly key: string;
  /** A caller without the person: what is decided for it holds for all of the class. */
  readonly representative: Caller;
}

/** The class of a caller. Who the person is counts only where the resident is known. */
export function callerClass(caller: Caller, purposeOfUse: PurposeOfUse | null): CallerClass {
  const representative: Caller = {
    ...caller,
    subject: '',
    roles: sortedSet(caller.roles),
    trainings: sortedSet(caller.trainings),
    purposesOfUse: null,
    residentId: caller.residentId === null ? null : '',
  };
  const { agency, roles, application, trainings, assuranceLevel, residentId, isAnonymous } = representative;
  const parts = [
    agency,
    roles,
    application,
    trainings,
    assuranceLevel,
    residentId,
    isAnonymous,
    purposeOfUse,
  ];
  return { key: JSON.stringify(parts), representative };
}

function sortedSet(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
