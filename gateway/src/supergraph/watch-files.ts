import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells when any of a set of files changed. */
export interface FileWatch {
  /** Watches these files from now on, and no others; a file that is new in the set counts as changed. */
  setFiles(files: readonly string[]): void;
  close(): Promise<void>;
}

const intervalMilliseconds = 50;
/** Few enough to look at between two requests; all of 2,000 are looked at within a second. */
const filesAtOnce = 128;

/**
 * Looks at the files again and again, at some of them each time. It costs a few `stat` calls and, unlike the
 * notifications of operating systems, works on every file system and for files that are replaced by a rename,
 * deleted, or deleted and put back. A folder may be among them: it changes with the names that are in it.
 *
 * A change is told when the files look the same twice in a row: not in the middle of a series of writes.
 */
export async function watchFiles(files: readonly string[], changed: () => void): Promise<FileWatch> {
  const ending = new AbortController();
  const pause = () => sleep(intervalMilliseconds, undefined, { ref: false, signal: ending.signal });
  let watched = files;
  const told = new Map(look(watched));

  const settled = async (part: readonly string[]): Promise<Marks> => {
    for (let before = look(part); ;) {
      await pause();
      const seen = look(part);
      if (!differs(before, seen)) return seen;
      before = seen;
    }
  };
  const watch = async (): Promise<void> => {
    for (let start = 0; ; start = start + filesAtOnce < watched.length ? start + filesAtOnce : 0) {
      await pause();
      const part = watched.slice(start, start + filesAtOnce);
      if (!differs(told, look(part))) continue;
      const seen = await settled(part);
      if (!differs(told, seen)) continue;
      for (const [file, mark] of seen) told.set(file, mark);
      changed();
    }
  };
  const watching = watch().catch(() => undefined); // the pause that is cut short at the end
  return {
    setFiles: (next) => void (watched = next),
    close: async () => {
      ending.abort();
      await watching;
    },
  };
}

/** What tells one state of each file from another. */
type Marks = ReadonlyMap<string, string>;

/** Without promises: a `stat` takes microseconds, and handing it to another thread takes longer than that. */
function look(files: readonly string[]): Marks {
  return new Map(files.map((file) => [file, markOf(file)]));
}

function markOf(file: string): string {
  try {
    // Its fraction tells more than microseconds; whole numbers that do are dear.
    const { ino, size, mtimeMs } = statSync(file);
    return `${ino}:${size}:${mtimeMs}`;
  } catch {
    return 'none';
  }
}

function differs(before: Marks, now: Marks): boolean {
  return [...now].some(([file, mark]) => before.get(file) !== mark);
}
