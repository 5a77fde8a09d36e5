import { join } from 'node:path';

import { Failure, failure } from '../../errors/index.ts';
import { formatVerifierKey, verifierKeyOf } from '../notes/index.ts';
import { DurableLog } from './durable-log.ts';
import type { LedgerLog, LedgerLogOptions } from './ledger-log.ts';
import { nodeFileSystem } from './node-file-system.ts';
import { Publisher } from './publishing/index.ts';
import { lastCheckpoint, noCheckpoint, occupy, recover } from './recovery/index.ts';
import { segmentsFolder, SegmentWriter } from './segments/index.ts';
import { writeDurably } from './write-atomically.ts';

const defaults = {
  segmentBytes: 16 << 20,
  checkpointMilliseconds: 1000,
  keepMilliseconds: 60_000,
  probeMilliseconds: 1000,
  witnesses: [],
  fileSystem: nodeFileSystem,
};

/**
 * Opens the log of this process, and makes it where there is none. What an earlier process left unacknowledged is cut
 * off; anything else that is not as it was is refused. The log's verifier key is written beside it, to be handed out.
 *
 * @throws Failure LEDGER_UNUSABLE naming the file and offset, and what to do
 */
export async function openLedgerLog(given: LedgerLogOptions): Promise<LedgerLog> {
  const options: Required<LedgerLogOptions> = { ...defaults, ...given };
  const { directory, fileSystem } = options;
  try {
    await fileSystem.makeDirectory(join(directory, segmentsFolder));
    await fileSystem.makeDirectory(join(directory, 'checkpoints'));
    const release = await occupy(directory);
    return await openLocked(options, release).catch(async (error: unknown) => {
      await release();
      throw error;
    });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw failure('LEDGER_UNUSABLE', { place: directory, cause });
  }
}

async function openLocked(
  options: Required<LedgerLogOptions>,
  release: () => Promise<void>,
): Promise<LedgerLog> {
  const { directory, origin, fileSystem, signingKey, log } = options;
  const key = verifierKeyOf(origin, signingKey, 'ed25519');
  const checkpoint = (await lastCheckpoint(fileSystem, directory, key)) ?? noCheckpoint(origin);
  const createPublisher = (): Publisher => new Publisher(options);
  const recovered = await recover({ directory, origin, checkpoint, fileSystem, createPublisher, log });
  const writer = new SegmentWriter(options, recovered.end);
  await writeDurably(fileSystem, join(directory, 'verifier-key'), Buffer.from(`${formatVerifierKey(key)}\n`));
  const durable = new DurableLog({ ...options, ...recovered, writer, checkpoint, release });
  await durable.publish();
  return durable;
}
