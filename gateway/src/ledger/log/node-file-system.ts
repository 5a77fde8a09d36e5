import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';

import type { FileSystem, OpenFile } from './file-system.ts';

const flags = { read: 'r', write: 'r+', create: 'w+' } as const;

/** The operating system's files. What the ledger makes is for its own user alone. */
export const nodeFileSystem: FileSystem = {
  makeDirectory: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  list: async (path) => (await unlessMissing(readdir(path))) ?? [],
  synchronizeDirectory: async (path) => {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  open: async (path, access) => openFile(await open(path, flags[access], 0o600)),
  readFile: async (path) => unlessMissing(readFile(path)),
  rename,
  remove: async (path) => rm(path, { recursive: true, force: true }),
};

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, position) => {
      for (let done = 0; done < bytes.length;) {
        // A write may take less than it is given.
        // oxlint-disable-next-line no-await-in-loop
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    read: async (bytes, position) => {
      let done = 0;
      while (done < bytes.length) {
        // oxlint-disable-next-line no-await-in-loop
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    synchronize: async () => handle.datasync(),
    truncate: async (length) => handle.truncate(length),
    length: async () => (await handle.stat()).size,
    close: async () => handle.close(),
  };
}

/** Null if there is no such file or folder; other errors stay errors. */
async function unlessMissing<Value>(read: Promise<Value>): Promise<Value | null> {
  return read.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
