import type { GovernanceState } from '../../governance/index.ts';

/** The milliseconds since 1970 between which something holds: from the first, until before the second. */
export interface Validity {
  readonly from: number;
  readonly until: number;
}

/** A minute: statutes may look at the clock too, and nobody can tell when. */
const longest = 60_000;

/** Finds how long what is decided at an instant holds: until the next agreement or declaration begins or ends, and at most a minute. */
export function validityFinder(
  agreementInstants: readonly number[],
  { declarations }: GovernanceState,
): (at: number) => Validity {
  const declared = declarations.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const instants = [...new Set([...agreementInstants, ...declared])].toSorted((left, right) => left - right);
  return (at) => {
    const next = instants.find((instant) => instant > at) ?? Infinity;
    return { from: at, until: Math.min(next, at + longest) };
  };
}
