import { basename, dirname, resolve } from 'node:path';

import { watch } from 'chokidar';

/** Tells when any of a set of files changed. */
export interface FileWatch {
  /** Watches these files from now on, and no others. */
  setFiles(files: readonly string[]): void;
  close(): Promise<void>;
}

const settleMilliseconds = 50;

/**
 * Watches the folders of the files rather than the files, so that a file that an editor replaces by a
 * rename, or that is deleted and comes back, is still watched. Changes that come together are told once.
 */
export function watchFiles(files: readonly string[], changed: () => void): Promise<FileWatch> {
  let watched = new Set(files);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(foldersOf(files), {
    depth: 0,
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !watched.has(resolve(path)) && !isNeighbour(path),
  });
  const isNeighbour = (path: string) => [...watched].some((file) => basename(file) === basename(path));
  const settle = (path: string) => {
    if (!watched.has(resolve(path))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMilliseconds);
  };
  watcher.on('add', settle).on('change', settle).on('unlink', settle);
  const fileWatch: FileWatch = {
    setFiles(next) {
      watched = new Set(next);
      watcher.add(foldersOf(next));
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
  return new Promise((ready) => watcher.once('ready', () => ready(fileWatch)));
}

function foldersOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => dirname(file)))];
}
