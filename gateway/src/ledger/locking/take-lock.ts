import { writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hostname } from 'node:os';

import type { LockHolder } from './lock-holder.ts';
import { parseHolder } from './lock-holder.ts';

/** Whether this process has the lock now. */
type LockDecision =
  | { readonly kind: 'taken'; readonly release: () => Promise<void> }
  /** Another has it; who, is null if it hasn't said so yet. */
  | { readonly kind: 'occupied'; readonly holder: LockHolder | null };

/** What is used of better-sqlite3. */
interface Connection {
  readonly exec: (statement: string) => void;
  readonly close: () => void;
}
type OpenConnection = new (file: string, options: { readonly timeout: number }) => Connection;

/**
 * Takes a lock that holds until it is released or this process ends, however it ends. It is the operating system's
 * lock on a file (`<path>.sqlite`), so that it also holds between containers that share a volume and know nothing of
 * each other's processes; on a network file system, if that has POSIX locks. The file `path` says who has it.
 *
 * No process may open `<path>.sqlite` by other means while it has the lock: to close a file gives up one's locks on it.
 */
export async function takeLock(path: string): Promise<LockDecision> {
  const held = lockedConnection(`${path}.sqlite`);
  if (held === null) return { kind: 'occupied', holder: await readHolder(path) };
  const holder: LockHolder = { host: hostname(), processId: process.pid, since: new Date() };
  const release = async (): Promise<void> => {
    try {
      await rm(path, { force: true });
    } finally {
      held.close();
    }
  };
  try {
    // At once, so that nobody in this process is told of a holder without a name.
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  } catch (thrown) {
    held.close();
    throw thrown;
  }
  return { kind: 'taken', release };
}

/** A connection with the one lock of writers that there is; null if another has it. */
function lockedConnection(file: string): Connection | null {
  const Sqlite = createRequire(import.meta.url)('better-sqlite3') as OpenConnection;
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.exec('begin immediate');
    return connection;
  } catch (thrown) {
    connection.close();
    if (codeOf(thrown) === 'SQLITE_BUSY') return null;
    throw thrown;
  }
}

async function readHolder(path: string): Promise<LockHolder | null> {
  return parseHolder(await readFile(path, 'utf8').catch(() => ''));
}

function codeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
}
