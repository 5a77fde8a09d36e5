import { join } from 'node:path';

import { checkpointFile, nodeFileSystem } from '../log/index.ts';
import { parseCheckpointText, parseNote } from '../notes/index.ts';
import { proveInclusion } from './prove.ts';

/** What shows that a record is in a log that was signed. */
export interface DisclosureProof {
  /** Hexadecimal. */
  readonly leafHash: string;
  readonly sequence: number;
  readonly size: number;
  /** Base64, from the leaf up. */
  readonly path: readonly string[];
  /** The signed note. */
  readonly checkpoint: string;
  /** `<name>+<id>+<base64>`. */
  readonly verifierKey: string;
}

/**
 * Proves by the published files of a log that a record is in the tree of its newest checkpoint, whose signature is for
 * the reader to verify.
 *
 * @param directory - of the log
 * @param verifierKey - the key that the log signs with
 * @returns null if there is no checkpoint of it yet
 * @throws Error if a file that the proof needs is missing
 */
export async function proveDisclosure(
  directory: string,
  verifierKey: string,
  sequence: number,
): Promise<DisclosureProof | null> {
  const bytes = await nodeFileSystem.readFile(join(directory, checkpointFile));
  const note = bytes && parseNote(bytes.toString());
  const body = note && parseCheckpointText(note.text);
  if (!bytes || !body || sequence >= body.size) return null;
  const head = { ...body, file: checkpointFile, cosignatures: 0 };
  const { leafHash, size, path } = await proveInclusion(directory, sequence, head);
  return { leafHash, sequence, size, path, checkpoint: bytes.toString(), verifierKey };
}
