import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells when any of a set of files changed. */
export interface FileWatch {
  /** Watches these files from now on, and no others; a file that is new in the set counts as changed. */
  setFiles(files: readonly string[]): void;
  close(): Promise<void>;
}

const intervalMilliseconds = 50;

/**
 * Looks at the files again and again. It costs a few `stat` calls each time and, unlike the notifications of
 * operating systems, works on every file system and for files that are replaced by a rename, deleted, or
 * deleted and put back.
 *
 * A change is told when the files look the same twice in a row: not in the middle of a series of writes.
 */
export async function watchFiles(files: readonly string[], changed: () => void): Promise<FileWatch> {
  const ending = new AbortController();
  let watched = files;
  let told = await look(watched);

  const watch = async (): Promise<void> => {
    let seen = told;
    while (!ending.signal.aborted) {
      await sleep(intervalMilliseconds, undefined, { ref: false, signal: ending.signal });
      const before = seen;
      seen = await look(watched);
      if (seen === told || seen !== before) continue;
      told = seen;
      changed();
    }
  };
  const watching = watch().catch(() => undefined); // the sleep that is cut short at the end
  return {
    setFiles: (next) => void (watched = next),
    close: async () => {
      ending.abort();
      await watching;
    },
  };
}

/** What tells one state of the files from another. */
async function look(files: readonly string[]): Promise<string> {
  const marks = files.map(async (file) => {
    const state = await stat(file, { bigint: true }).catch(() => undefined);
    return state ? [file, state.ino, state.size, state.mtimeNs].join(':') : file;
  });
  return (await Promise.all(marks)).join('\n');
}
