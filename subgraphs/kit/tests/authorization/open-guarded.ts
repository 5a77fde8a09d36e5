import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { migrate, openDatabase, serveSubgraph } from '@resident-graph/subgraph-kit';
import type { Database, GatewayTrust, Subgraph } from '@resident-graph/subgraph-kit';

import { recordingLog } from '../recording-log.ts';
import { vectors } from './vectors.ts';

/** A subgraph that is served to the gateway of the vectors alone. */
export interface Guarded {
  readonly url: string;
  readonly database: Database;
  readonly keysFile: string;
  readonly log: ReturnType<typeof recordingLog>;
  /** The agency's own log of what it was asked. */
  readonly requestLog: string;
  /** Ends the subgraph; what it wrote stays until everything is closed. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openGuarded(
  subgraph: Subgraph,
  trust: Partial<GatewayTrust> = {},
  seed: (database: Database) => Promise<unknown> = async () => undefined,
): Promise<Guarded> {
  const folder = await mkdtemp(join(tmpdir(), 'guarded-'));
  const keysFile = join(folder, 'keys.json');
  await writeFile(keysFile, JSON.stringify(vectors.publishedKeys));
  const database = openDatabase('sqlite::memory:');
  await migrate(subgraph, database);
  await seed(database);
  const log = recordingLog();
  const gateway = { keys: keysFile, secrets: [vectors.secret], ...trust };
  const requestLog = join(folder, 'requests');
  const options = { database, log, gateway, requestLog, drainMilliseconds: 100 };
  const running = await serveSubgraph(subgraph, options);
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopped ??= running.close());
  const close = async (): Promise<void> => {
    await stop();
    await database.destroy();
    await rm(folder, { recursive: true });
  };
  return { url: running.url, database, keysFile, log, requestLog, stop, close };
}
