import { join } from 'node:path';

import type { VerifierKey } from '../../notes/index.ts';
import { parseCheckpointText, parseNote, verifyNote } from '../../notes/index.ts';
import { emptyRoot } from '../../tree/index.ts';
import type { FileSystem } from '../file-system.ts';
import type { Checkpoint } from '../ledger-log.ts';
import { checkpointFile, readKeptCheckpoints } from '../publishing/index.ts';
import { restoreRemedy, unusable } from './unusable.ts';

/**
 * The newest checkpoint that was published, verified; null if there never was one.
 *
 * @throws Failure LEDGER_UNUSABLE if it is not the log's own, or is older than one that was kept
 */
export async function lastCheckpoint(
  fileSystem: FileSystem,
  directory: string,
  key: VerifierKey,
): Promise<Checkpoint | null> {
  const path = join(directory, checkpointFile);
  const bytes = await fileSystem.readFile(path);
  const checkpoint = bytes && readCheckpoint(bytes.toString(), key);
  if (bytes !== null && checkpoint === null)
    throw unusable(
      `The checkpoint is not one that ${key.name} has signed with this key.`,
      path,
      restoreRemedy,
    );
  const keptSize = await lastKeptSize(fileSystem, directory, key);
  if (keptSize > (checkpoint?.size ?? 0))
    throw unusable(`There was a later checkpoint, of ${keptSize} entries.`, path, restoreRemedy);
  return checkpoint;
}

/** The size of the last kept checkpoint that is whole and the log's own: in the newest file, or one before it. */
async function lastKeptSize(fileSystem: FileSystem, directory: string, key: VerifierKey): Promise<number> {
  for await (const { notes } of readKeptCheckpoints(fileSystem, directory)) {
    const last = notes.findLast((note) => readCheckpoint(note, key) !== null);
    if (last !== undefined) return readCheckpoint(last, key)?.size ?? 0;
  }
  return 0;
}

/** A checkpoint that the key has signed for the log of its name; null for anything else. */
function readCheckpoint(note: string, key: VerifierKey): Checkpoint | null {
  const parsed = parseNote(note);
  const body = parsed && parseCheckpointText(parsed.text);
  if (body?.origin !== key.name || parsed === null) return null;
  return verifyNote(parsed, key) === 'valid' ? { ...body, note } : null;
}

/** What holds before anything is published: nothing is covered. */
export function noCheckpoint(origin: string): Checkpoint {
  return { origin, size: 0, root: emptyRoot, note: '' };
}
