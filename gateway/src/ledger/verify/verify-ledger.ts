import type { FileSystem, LedgerEntry } from '../log/index.ts';
import { nodeFileSystem } from '../log/index.ts';
import type { HashTile } from '../tree/index.ts';
import { hashLength, TileTree, tileWidth } from '../tree/index.ts';
import { howItDiffers } from './how-it-differs.ts';
import type { LedgerProblem } from './problem.ts';
import { PublishedTree } from './published-tree.ts';
import type { Heads, SignedHead, Trust } from './read-heads.ts';
import { readHeads } from './read-heads.ts';
import type { WalkedFrame } from './walk-segments.ts';
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

const windowWidth = 2 * tileWidth;

/** The tree over the records beside what was signed and published. */
class Comparison {
  readonly matching: SignedHead[] = [];
  readonly differing: SignedHead[] = [];
  readonly tileProblems: LedgerProblem[] = [];
  readonly #published: PublishedTree;
  readonly #heads: SignedHead[];
  readonly #tiles: HashTile[] = [];
  readonly #tree = new TileTree((tile) => this.#tiles.push(tile));
  readonly #bundle: LedgerEntry[] = [];
  readonly #bundles: (readonly LedgerEntry[])[] = [];
  #bundlesDone = 0;
  /** Leaf hashes before the tile where a difference begins cost nothing: the last tiles' are held. */
  #recent: WalkedFrame[] = [];

  constructor(published: PublishedTree, heads: readonly SignedHead[]) {
    this.#published = published;
    this.#heads = [...heads].sort((one, other) => one.size - other.size);
    this.#compareRoots();
  }

  get size(): number {
    return this.#tree.size;
  }

  /** Heads of more records than there are. */
  get beyond(): readonly SignedHead[] {
    return this.#heads;
  }

  add(frame: WalkedFrame): void {
    if (this.tileProblems.length === 0 || this.#windowEnd() < windowWidth) this.#recent.push(frame);
    for (const [index, entry] of frame.entries.entries()) {
      this.#tree.append(frame.leaves.subarray(index * hashLength, (index + 1) * hashLength));
      this.#bundle.push(entry);
      if (this.#bundle.length === tileWidth) this.#bundles.push(this.#bundle.splice(0));
      if (this.#heads[0]?.size === this.#tree.size) this.#compareRoots();
    }
  }

  /** Compares the tiles that have become full. */
  async compareTiles(): Promise<void> {
    for (const tile of this.#tiles.splice(0)) await this.#tell(this.#published.compare(tile));
    for (const bundle of this.#bundles.splice(0)) {
      await this.#tell(this.#published.compareBundle(this.#bundlesDone, bundle));
      this.#bundlesDone += 1;
    }
    const from = this.tileProblems[0]?.sequence ?? this.#tree.size - tileWidth;
    this.#recent = this.#recent.filter(({ position, entries }) => position + entries.length > from);
  }

  async end(published: number): Promise<void> {
    if (this.#tree.size !== published) return;
    for (const tile of this.#tree.partialTiles()) await this.#tell(this.#published.compare(tile));
    if (this.#bundle.length > 0)
      await this.#tell(this.#published.compareBundle(this.#bundlesDone, this.#bundle));
  }

  /** The leaf hashes that were found from a place on, and where that record stands. */
  found(from: number): { readonly leaves: Buffer; readonly frame: WalkedFrame | undefined } {
    const frame = this.#recent.find(({ position, entries }) => position + entries.length > from);
    const leaves = Buffer.concat(this.#recent.map((one) => one.leaves));
    const start = (from - (this.#recent[0]?.position ?? 0)) * hashLength;
    return { leaves: leaves.subarray(start, start + windowWidth * hashLength), frame };
  }

  #windowEnd(): number {
    return this.#tree.size - (this.tileProblems[0]?.sequence ?? 0);
  }

  async #tell(found: Promise<LedgerProblem | null>): Promise<void> {
    const problem = await found;
    if (problem) this.tileProblems.push(problem);
  }

  #compareRoots(): void {
    const root = this.#tree.root();
    while (this.#heads[0]?.size === this.#tree.size) {
      const head = this.#heads.shift();
      if (head) (head.root.equals(root) ? this.matching : this.differing).push(head);
    }
  }
}

interface Findings {
  readonly heads: Heads;
  readonly walk: SegmentWalk;
  readonly comparison: Comparison;
  readonly published: PublishedTree;
  readonly directory: string;
}

/** What it comes to: what became of records, then what else shows it. */
async function judge(findings: Findings): Promise<readonly LedgerProblem[]> {
  const { heads, walk, comparison } = findings;
  const { newest } = heads;
  const isSound = newest !== null && comparison.matching.includes(newest);
  const records = isSound ? [] : await recordProblems(findings);
  const known = [...comparison.differing, ...comparison.beyond].filter((head) => heads.known.includes(head));
  const other = known.map((head) => knownProblem(head, comparison.size));
  // Where the records are as they were signed, it is the tiles that are not.
  const tiles = isSound ? comparison.tileProblems : [];
  return [...records, ...walk.problems, ...tiles, ...heads.problems, ...other];
}

async function recordProblems({
  heads: { newest, known },
  comparison,
  published,
  directory,
}: Findings): Promise<readonly LedgerProblem[]> {
  const problems: LedgerProblem[] = [];
  const treesAreSigned = newest !== null && ((await published.root())?.equals(newest.root) ?? false);
  const first = comparison.tileProblems.find(({ code }) => code === 'TILE_ALTERED')?.sequence;
  if (treesAreSigned && first !== undefined) {
    const { leaves, frame } = comparison.found(first);
    const expected = await published.leaves(first, windowWidth);
    const { code, message } = howItDiffers(leaves, expected, first);
    problems.push({
      code,
      message,
      sequence: first,
      file: frame?.file ?? directory,
      ...(frame && { offset: frame.offset }),
    });
  } else if (treesAreSigned)
    problems.push(...(await differenceAtEnd(newest.size, comparison, published, directory)));
  const differing = comparison.differing.find((head) => !known.includes(head));
  if (differing && problems.length === 0) {
    const before = comparison.matching.findLast(({ size }) => size < differing.size)?.size ?? 0;
    const message = `The records are not those of the signed checkpoint of ${differing.size} records; the first ${before} are. One from ${before} to ${differing.size - 1} differs, and the tiles with it.`;
    problems.push({ code: 'ROOT_DIFFERS', message, sequence: before, file: differing.file });
  }
  const longest = Math.max(
    0,
    ...comparison.beyond.filter((head) => !known.includes(head)).map(({ size }) => size),
  );
  if (longest > comparison.size) {
    const message = `Of ${longest} records that were signed ${comparison.size} are there.`;
    problems.push({ code: 'LOG_TRUNCATED', message, sequence: comparison.size, file: directory });
  }
  return problems;
}

/** Where the last tile, which is partial, differs: it is compared by its leaves, whatever their number. */
async function differenceAtEnd(
  size: number,
  comparison: Comparison,
  published: PublishedTree,
  directory: string,
): Promise<readonly LedgerProblem[]> {
  const shared = Math.min(comparison.size, size);
  const from = shared - (shared % tileWidth);
  const expected = await published.leaves(from, windowWidth);
  const { leaves } = comparison.found(from);
  const place = Array.from({ length: expected.length / hashLength }, (_, index) => index * hashLength).find(
    (at) => !expected.subarray(at, at + hashLength).equals(leaves.subarray(at, at + hashLength)),
  );
  // What is missing at the end only is a truncation, which is told as such.
  if (place === undefined || place >= leaves.length) return [];
  const sequence = from + place / hashLength;
  const { frame } = comparison.found(sequence);
  const { code, message } = howItDiffers(leaves.subarray(place), expected.subarray(place), sequence);
  return [
    { code, message, sequence, file: frame?.file ?? directory, ...(frame && { offset: frame.offset }) },
  ];
}

function knownProblem({ size, file }: SignedHead, records: number): LedgerProblem {
  if (size > records) {
    const message = `A checkpoint of ${size} records is known from elsewhere; the log has ${records}.`;
    return { code: 'LOG_ROLLED_BACK', message, sequence: records, file };
  }
  const message = `A checkpoint of ${size} records is known from elsewhere, and the log's first ${size} are others: it was forked.`;
  return { code: 'LOG_FORKED', message, sequence: 0, file };
}
