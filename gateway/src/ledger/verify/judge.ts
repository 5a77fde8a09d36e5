import { hashLength, tileWidth } from '../tree/index.ts';
import type { Comparison } from './comparison.ts';
import { windowWidth } from './comparison.ts';
import { howItDiffers } from './how-it-differs.ts';
import type { LedgerProblem } from './problem.ts';
import type { PublishedTree } from './published-tree.ts';
import type { Heads, SignedHead } from './read-heads.ts';
import type { SegmentWalk, WalkedFrame } from './walk-segments.ts';

/** What was found of a log by itself, and what it is held against. */
export interface Findings {
  readonly heads: Heads;
  readonly walk: SegmentWalk;
  readonly comparison: Comparison;
  readonly published: PublishedTree;
  readonly directory: string;
}

/** What it comes to: what became of records, then what else shows it. */
export async function judge(findings: Findings): Promise<readonly LedgerProblem[]> {
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

async function recordProblems(findings: Findings): Promise<readonly LedgerProblem[]> {
  const { heads, comparison, directory } = findings;
  const { known } = heads;
  const found = await firstDifference(findings);
  const differing = comparison.differing.find((head) => !known.includes(head));
  const beyond = comparison.beyond.filter((head) => !known.includes(head));
  const longest = Math.max(0, ...beyond.map(({ size }) => size));
  return [
    ...found,
    ...(differing && found.length === 0 ? [rootProblem(differing, comparison.matching)] : []),
    ...(longest > comparison.size ? [truncation(longest, comparison.size, directory)] : []),
  ];
}

/** Which record differs first from the published tree, as far as that is the signed one. */
async function firstDifference({
  heads: { newest },
  comparison,
  published,
  directory,
}: Findings): Promise<readonly LedgerProblem[]> {
  const treesAreSigned = newest !== null && ((await published.root())?.equals(newest.root) ?? false);
  if (!treesAreSigned) return [];
  const first = comparison.tileProblems.find(({ code }) => code === 'TILE_ALTERED')?.sequence;
  if (first === undefined) return differenceAtEnd(newest.size, comparison, published, directory);
  const { leaves, frame } = comparison.found(first);
  const expected = await published.leaves(first, windowWidth);
  return [differenceAt(first, leaves, expected, frame, directory)];
}

function differenceAt(
  sequence: number,
  leaves: Buffer,
  expected: Buffer,
  frame: WalkedFrame | undefined,
  directory: string,
): LedgerProblem {
  const { code, message } = howItDiffers(leaves, expected, sequence);
  return { code, message, sequence, file: frame?.file ?? directory, ...(frame && { offset: frame.offset }) };
}

function rootProblem({ size, file }: SignedHead, matching: readonly SignedHead[]): LedgerProblem {
  const before = matching.findLast((head) => head.size < size)?.size ?? 0;
  const message = `The records are not those of the signed checkpoint of ${size} records; the first ${before} are. One from ${before} to ${size - 1} differs, and the tiles with it.`;
  return { code: 'ROOT_DIFFERS', message, sequence: before, file };
}

function truncation(signed: number, size: number, directory: string): LedgerProblem {
  const message = `Of ${signed} records that were signed ${size} are there.`;
  return { code: 'LOG_TRUNCATED', message, sequence: size, file: directory };
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
  return [differenceAt(sequence, leaves.subarray(place), expected.subarray(place), frame, directory)];
}

function knownProblem({ size, file }: SignedHead, records: number): LedgerProblem {
  if (size > records) {
    const message = `A checkpoint of ${size} records is known from elsewhere; the log has ${records}.`;
    return { code: 'LOG_ROLLED_BACK', message, sequence: records, file };
  }
  const message = `A checkpoint of ${size} records is known from elsewhere, and the log's first ${size} are others: it was forked.`;
  return { code: 'LOG_FORKED', message, sequence: 0, file };
}
