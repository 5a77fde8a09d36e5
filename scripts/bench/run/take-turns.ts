import type { GraphQLAnswer, RunningContender } from '../contenders/index.ts';
import { postRequest } from '../contenders/index.ts';
import type { Load, Sample } from '../measurement/index.ts';
import { isSameAnswer, measure } from '../measurement/index.ts';

/** Those that run, by name, and how they are measured. */
export interface Turns {
  readonly running: ReadonlyMap<string, RunningContender>;
  readonly expected: GraphQLAnswer;
  readonly load: Load;
  readonly rounds: number;
  readonly warmRounds: number;
  readonly isHalfLoad: boolean;
  readonly report: (line: string) => void;
}

/** What one contender's process did. */
export interface TurnsTaken {
  readonly samples: readonly Sample[];
  readonly sameAnswer: boolean;
  readonly startMilliseconds: number;
}

/**
 * 1. Every answer is compared with our gateway's.
 * 2. Everybody is warmed up by rounds that don't count.
 * 3. They take turns, so that what disturbs the machine for a while disturbs all.
 */
export async function takeTurns(turns: Turns): Promise<Readonly<Record<string, TurnsTaken>>> {
  const same = await compareAnswers(turns);
  const load = await warmedUp(turns);
  const rounds: ReadonlyMap<string, Sample>[] = [];
  for (let round = 1; round <= turns.rounds; round += 1) {
    turns.report(`round ${round} of ${turns.rounds}`);
    // Only one contender may run at a time.
    // oxlint-disable-next-line no-await-in-loop
    rounds.push(await oneRound({ ...turns, load }));
  }
  const taken = [...turns.running].map(([name, { startMilliseconds }]) => {
    const samples = rounds.flatMap((round) => round.get(name) ?? []);
    return [name, { samples, sameAnswer: same.has(name), startMilliseconds }] as const;
  });
  return Object.fromEntries(taken);
}

/** @returns how they are loaded from now on */
async function warmedUp(turns: Turns): Promise<Load> {
  let rates: readonly number[] = [];
  for (let round = 1; round <= turns.warmRounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    rates = [...(await oneRound(turns)).values()].map(({ rps }) => rps);
  }
  return turns.isHalfLoad ? { ...turns.load, rate: Math.round(Math.min(...rates) / 2) } : turns.load;
}

async function compareAnswers({ running, expected, load }: Turns): Promise<ReadonlySet<string>> {
  const compared = [...running].map(async ([name, { url }]) =>
    isSameAnswer(expected, await postRequest(url, load.request)) ? [name] : [],
  );
  return new Set((await Promise.all(compared)).flat());
}

async function oneRound({ running, load }: Turns): Promise<ReadonlyMap<string, Sample>> {
  const samples = new Map<string, Sample>();
  for (const [name, contender] of running) {
    // oxlint-disable-next-line no-await-in-loop
    samples.set(name, await measure(contender, load));
  }
  return samples;
}
