import { inTurns } from '../in-turns.ts';
import type { Decision, Policy } from '../policy/index.ts';
import type { Hypothesis, Situation } from './hypothetical.ts';

/** Things that together would have a field shown: of each the kind and the value. */
export type Change = readonly Pick<Hypothesis, 'kind' | 'value'>[];

/**
 * Finds what would have fields shown that are not, by trying: each hypothesis alone, and if none of them is enough,
 * each two of different kinds. Nothing found means that an agreement or a law would have to change.
 */
export function changeFinder(
  policy: Policy,
  possible: readonly Hypothesis[],
  situation: Situation,
  at: Date,
): (coordinate: string) => Promise<readonly Change[]> {
  const singles = possible.map((each) => tried([each], policy, situation, at));
  let pairs: readonly Tried[] | undefined;
  return async (coordinate) => {
    const enough = await showing(singles, coordinate);
    if (enough.length > 0) return enough;
    pairs ??= pairsOf(possible).map((pair) => tried(pair, policy, situation, at));
    return showing(pairs, coordinate);
  };
}

interface Tried {
  readonly change: Change;
  readonly ofField: (coordinate: string) => Decision;
}

function tried(pair: readonly Hypothesis[], policy: Policy, situation: Situation, at: Date): Tried {
  const { caller, purpose, facts } = pair.reduce((changed, { apply }) => apply(changed), situation);
  const change = pair.map(({ kind, value }) => ({ kind, value }));
  const ofField = (coordinate: string): Decision =>
    policy.tableFor(caller, purpose, at).forResident(facts).ofField(coordinate);
  return { change, ofField };
}

/** A table that nobody asked for before takes a while to make. */
const triedInOneTurn = 16;

async function showing(all: readonly Tried[], coordinate: string): Promise<readonly Change[]> {
  const changes = await inTurns(all, triedInOneTurn, ({ change, ofField }) =>
    ofField(coordinate).kind === 'permit' ? [change] : [],
  );
  return changes.flat();
}

function pairsOf(possible: readonly Hypothesis[]): readonly (readonly Hypothesis[])[] {
  return possible.flatMap((one, index) =>
    possible.slice(index + 1).flatMap((other) => (one.kind === other.kind ? [] : [[one, other]])),
  );
}
