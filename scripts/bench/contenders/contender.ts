import type { Stage } from '../stage/index.ts';

/** One that answers the benchmark's requests. */
export interface Contender {
  readonly name: string;
  readonly description: string;
  /** Whether it comes with the packages in `peers/`. */
  readonly isPeer: boolean;
  /** @throws Error that says why it can't be run here. */
  readonly start: (stage: Stage) => Promise<RunningContender>;
}

/** A contender that answers. */
export interface RunningContender {
  readonly url: string;
  readonly pid: number;
  /** From its start to its first answer. */
  readonly startMilliseconds: number;
  readonly stop: () => Promise<void>;
}
