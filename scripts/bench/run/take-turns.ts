import type { GraphQLAnswer, RunningContender } from '../contenders/index.ts';
import { postRequest } from '../contenders/index.ts';
import type { Figures, Load, Sample } from '../measurement/index.ts';
import { figuresOf, isSameAnswer, measure } from '../measurement/index.ts';

/** Those that run, by name, and how they are measured. */
export interface Turns {
  readonly running: ReadonlyMap<string, RunningContender>;
  readonly expected: GraphQLAnswer;
  readonly load: Load;
  readonly rounds: number;
  readonly report: (line: string) => void;
}

/**
 * 1. Every answer is compared with our gateway's.
 * 2. Everybody is warmed up by a round that doesn't count.
 * 3. They take turns, so that what disturbs the machine for a while disturbs all.
 */
export async function takeTurns(turns: Turns): Promise<Readonly<Record<string, Figures>>> {
  const same = await compareAnswers(turns);
  await oneRound(turns);
  const rounds: ReadonlyMap<string, Sample>[] = [];
  for (let round = 1; round <= turns.rounds; round += 1) {
    turns.report(`round ${round} of ${turns.rounds}`);
    // Only one contender may run at a time.
    // oxlint-disable-next-line no-await-in-loop
    rounds.push(await oneRound(turns));
  }
  const figures = [...turns.running].map(([name, { startMilliseconds }]) => {
    const samples = rounds.flatMap((round) => round.get(name) ?? []);
    return [name, figuresOf(samples, { sameAnswer: same.has(name), startMs: startMilliseconds })] as const;
  });
  return Object.fromEntries(figures);
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
