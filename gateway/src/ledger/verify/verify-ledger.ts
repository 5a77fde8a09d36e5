import type { FileSystem } from '../log/index.ts';
import { nodeFileSystem } from '../log/index.ts';
import { Comparison } from './comparison.ts';
import { judge } from './judge.ts';
import type { LedgerProblem } from './problem.ts';
import { PublishedTree } from './published-tree.ts';
import type { Trust } from './read-heads.ts';
import { readHeads } from './read-heads.ts';
import { SegmentWalk } from './walk-segments.ts';

/** What was found. */
export interface VerificationReport {
  /** Null if no checkpoint says. */
  readonly origin: string | null;
  readonly records: number;
  readonly segments: number;
  /** How many signed checkpoints the records bear out. */
  readonly checkpoints: number;
  /** How many witnesses have cosigned the newest one. */
  readonly cosignatures: number;
  /** Records behind the newest checkpoint: only their chain holds them. */
  readonly uncovered: number;
  /** None if the ledger is as it was written; else the first bad record comes first. */
  readonly problems: readonly LedgerProblem[];
}

/** What is verified, and by what. */
export interface VerifyLedgerOptions extends Trust {
  /** Of one log. */
  readonly directory: string;
  readonly fileSystem?: FileSystem;
}

/**
 * Verifies a log by its files and public keys alone:
 *
 * 1. every checkpoint's signature and cosignatures;
 * 2. every frame's checksum, sequence and chain;
 * 3. the tree over the records against every signed checkpoint, and against the published tiles and bundles;
 * 4. where they differ, which side is not as it was signed, which record is the first, and what became of it.
 */
export async function verifyLedger(options: VerifyLedgerOptions): Promise<VerificationReport> {
  const { directory, fileSystem = nodeFileSystem } = options;
  const heads = await readHeads(fileSystem, directory, options);
  const { newest, kept, known } = heads;
  const walk = new SegmentWalk(
    fileSystem,
    newest?.origin ?? options.logKeys[0]?.name ?? '',
    newest?.size ?? 0,
  );
  const published = new PublishedTree(fileSystem, directory, newest?.size ?? 0);
  const comparison = new Comparison(published, [...(newest ? [newest] : []), ...kept, ...known]);
  for await (const frames of walk.frames(directory)) {
    for (const frame of frames) comparison.add(frame);
    await comparison.compareTiles();
  }
  await comparison.end(newest?.size ?? 0);
  const problems = await judge({ heads, walk, comparison, published, directory });
  return {
    origin: newest?.origin ?? null,
    records: comparison.size,
    segments: walk.segments,
    checkpoints: comparison.matching.length,
    cosignatures: newest?.cosignatures ?? 0,
    uncovered: Math.max(0, comparison.size - (newest?.size ?? 0)),
    problems,
  };
}
