import { join } from 'node:path';

import type { FileSystem } from '../log/index.ts';
import { checkpointFile, readKeptCheckpoints } from '../log/index.ts';
import type { VerifierKey } from '../notes/index.ts';
import { parseCheckpointText, parseNote, verifyNote } from '../notes/index.ts';
import type { LedgerProblem } from './problem.ts';

/** A tree that somebody has signed. */
export interface SignedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly file: string;
  /** How many witnesses have cosigned it. */
  readonly cosignatures: number;
}

/** Every checkpoint of a log that is signed as it should be. */
export interface Heads {
  /** The newest that was published; null if there is none that holds. */
  readonly newest: SignedHead | null;
  readonly kept: readonly SignedHead[];
  /** Those that were kept elsewhere. */
  readonly known: readonly SignedHead[];
  readonly problems: readonly LedgerProblem[];
}

/** Whose signatures count, and what is known from elsewhere. */
export interface Trust {
  /** Keys of logs: each signs the checkpoints of the log of its name. */
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
  /** So many witnesses must have cosigned the newest checkpoint. */
  readonly quorum: number;
  /** Checkpoints that were kept elsewhere, by a witness or an auditor: the log must be a continuation of each. */
  readonly known: readonly { readonly file: string; readonly note: string }[];
}

/** Reads all checkpoints of a log and verifies their signatures. */
export async function readHeads(fileSystem: FileSystem, directory: string, trust: Trust): Promise<Heads> {
  const problems: LedgerProblem[] = [];
  const file = join(directory, checkpointFile);
  const bytes = await fileSystem.readFile(file);
  if (bytes === null) problems.push({ code: 'CHECKPOINT_MISSING', message: 'There is no checkpoint.', file });
  const read = (note: string, place: string): SignedHead | null => readHead(note, place, trust, problems);
  const newest = bytes && read(bytes.toString(), file);
  const kept: SignedHead[] = [];
  for await (const { path, notes } of readKeptCheckpoints(fileSystem, directory))
    kept.unshift(...notes.flatMap((note) => read(note, path) ?? []));
  const known = trust.known
    .flatMap(({ file: place, note }) => read(note, place) ?? [])
    .filter(({ origin }) => newest === null || origin === newest.origin);
  if (newest && newest.cosignatures < trust.quorum)
    problems.push({
      code: 'COSIGNATURES_TOO_FEW',
      message: `${newest.cosignatures} witnesses have cosigned the newest checkpoint; ${trust.quorum} are wanted.`,
      file,
    });
  problems.push(...laterThan(newest, kept), ...contradictions([...(newest ? [newest] : []), ...kept]));
  return { newest, kept, known, problems };
}

function readHead(
  note: string,
  file: string,
  { logKeys, witnessKeys }: Trust,
  problems: LedgerProblem[],
): SignedHead | null {
  const parsed = parseNote(note);
  const body = parsed && parseCheckpointText(parsed.text);
  const isSigned = logKeys.some(
    (key) => parsed !== null && key.name === body?.origin && verifyNote(parsed, key) === 'valid',
  );
  if (!parsed || !body || !isSigned) {
    const message = `A checkpoint of ${body?.size ?? 'unknown'} records is not signed by a key that was given.`;
    problems.push({ code: 'CHECKPOINT_NOT_SIGNED', message, file });
    return null;
  }
  const verified = witnessKeys.map((key) => ({ key, is: verifyNote(parsed, key) }));
  for (const { key } of verified.filter(({ is }) => is === 'invalid')) {
    const message = `The cosignature of ${key.name} on the checkpoint of ${body.size} records is not its own.`;
    problems.push({ code: 'COSIGNATURE_INVALID', message, file });
  }
  return { ...body, file, cosignatures: verified.filter(({ is }) => is === 'valid').length };
}

function laterThan(newest: SignedHead | null, kept: readonly SignedHead[]): readonly LedgerProblem[] {
  const later = kept.find(({ size }) => newest !== null && size > newest.size);
  if (!newest || !later) return [];
  const message = `The newest checkpoint covers ${newest.size} records; one that was kept covers ${later.size}.`;
  return [{ code: 'CHECKPOINT_REPLAYED', message, file: newest.file }];
}

/** Two trees of one size that are both signed: the log has told two stories. */
function contradictions(heads: readonly SignedHead[]): readonly LedgerProblem[] {
  const roots = new Map<number, SignedHead>();
  return heads.flatMap((head) => {
    const other = roots.get(head.size);
    roots.set(head.size, head);
    if (!other || other.root.equals(head.root)) return [];
    const message = `Two different trees of ${head.size} records are signed.`;
    return [{ code: 'CHECKPOINTS_CONTRADICT' as const, message, file: head.file }];
  });
}
