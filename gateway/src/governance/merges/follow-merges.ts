import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from '../../telemetry/index.ts';
import type { Database } from '../database/index.ts';
import type { MergeEntry } from './take-merges.ts';
import { mergeCursor, takeMerges } from './take-merges.ts';

/** How the resident index is asked which ids lead to which others. */
export type ReadMerges = (
  after: string | null,
  signal: AbortSignal,
) => Promise<{ readonly entries: readonly unknown[]; readonly next: string; readonly more: boolean }>;

interface FollowMergesOptions {
  readonly database: Database;
  readonly read: ReadMerges;
  readonly log: Logger;
}

const pauseMilliseconds = 250;
const longestPauseMilliseconds = 30_000;

/**
 * Follows the merges of the resident index: asks, takes in, goes on from where it was. What fails is tried again, with
 * longer and longer pauses.
 *
 * @returns what ends it
 */
export function followMerges({ database, read, log }: FollowMergesOptions): () => Promise<void> {
  const ended = new AbortController();
  let failures = 0;
  const tell = (told: number, taken: number): void => {
    if (taken > 0) log.info('merges of residents were taken in', { count: taken });
    if (taken < told) log.warn('merges of residents were of another form', { count: told - taken });
  };
  const once = async (): Promise<number> => {
    try {
      const after = await mergeCursor(database);
      const { entries, next, more } = await read(after, ended.signal);
      const merges = entries.flatMap(mergeIn);
      const isFurther = next !== (after ?? '');
      const isTaken =
        isFurther && !ended.signal.aborted && (await takeMerges(database, { after, merges, next }));
      if (isTaken) tell(entries.length, merges.length);
      failures = 0;
      // Whoever says that there is more and gives none would be asked without end.
      return more && isFurther ? 0 : pauseMilliseconds;
    } catch (error) {
      if (ended.signal.aborted) return 0;
      failures += 1;
      // Each power of two, so that an index that is away for a day does not fill the log.
      if (Number.isInteger(Math.log2(failures)))
        log.warn('merges of residents are not followed', { count: failures, error });
      return pauseAfter(failures);
    }
  };
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      // Each question stands on the answer before it.
      // oxlint-disable-next-line no-await-in-loop
      const milliseconds = await once();
      // oxlint-disable-next-line no-await-in-loop
      await pause(milliseconds, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    ended.abort();
    await running;
  };
}

/** Some of it by chance, so that several processes do not come at once. */
function pauseAfter(failures: number): number {
  const longest = Math.min(longestPauseMilliseconds, pauseMilliseconds * 2 ** (failures - 1));
  return longest * (0.5 + Math.random() / 2);
}

/** An entry as it came; one of another form is left out. */
function mergeIn(entry: unknown): readonly MergeEntry[] {
  const { resident, survivor, at } = (entry ?? {}) as Partial<Record<keyof MergeEntry, unknown>>;
  const time = new Date(typeof at === 'string' ? at : Number.NaN);
  if (typeof resident !== 'string' || Number.isNaN(time.getTime())) return [];
  return survivor === null || typeof survivor === 'string' ? [{ resident, survivor, at: time }] : [];
}
