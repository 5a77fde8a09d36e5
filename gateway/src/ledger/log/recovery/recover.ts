import type { Logger } from '../../../telemetry/index.ts';
import { hashLength, tileWidth, writeLeafHash } from '../../tree/index.ts';
import type { FileSystem, OpenFile } from '../file-system.ts';
import type { Checkpoint } from '../ledger-log.ts';
import type { Publisher } from '../publishing/index.ts';
import type { DurableEnd, ReadFrame, ReadingMark, SegmentFile } from '../segments/index.ts';
import {
  chainAfter,
  decodeSegmentHeader,
  firstChain,
  listSegments,
  readEntries,
  readSegment,
  segmentHeaderLength,
} from '../segments/index.ts';
import { cutTail, isTorn, readTail } from './torn-tail.ts';
import { restoreRemedy, unusable } from './unusable.ts';

/** What a log is recovered from. */
export interface RecoverOptions {
  readonly directory: string;
  readonly origin: string;
  /** The newest one, verified. */
  readonly checkpoint: Checkpoint;
  readonly fileSystem: FileSystem;
  /** Makes an empty publisher. */
  readonly createPublisher: () => Publisher;
  readonly log: Logger;
}

/** A log as its files bear it out. */
export interface Recovered {
  readonly end: DurableEnd;
  readonly marks: readonly ReadingMark[];
  /** Holds the tree over all that is durable. */
  readonly publisher: Publisher;
}

/**
 * Finds the durable end of a log.
 *
 * 1. The tree is taken up where the last segment begins that begins within the checkpoint; if tiles are missing or
 *    do not fit, from the log's beginning.
 * 2. From there on each frame's checksum, sequence and chain are checked and its entries join the tree, whose root at
 *    the checkpoint's size must be the checkpoint's.
 * 3. What was never acknowledged is cut off from the last segment.
 *
 * @throws Failure LEDGER_UNUSABLE naming file, offset and remedy if anything that was acknowledged is not as it was
 */
export async function recover(options: RecoverOptions): Promise<Recovered> {
  const segments = await listSegments(options.fileSystem, options.directory);
  const first = segments.findLastIndex(({ firstSequence }) => firstSequence <= options.checkpoint.size);
  if (segments.length > 0 && segments[0]?.firstSequence !== 0)
    throw unusable('The first segment is missing.', options.directory, restoreRemedy);
  const publisher = options.createPublisher();
  const taken = first > 0 && (await takeUp(publisher, segments, first, options));
  if (taken) {
    const recovered = await new Recovery(options, segments, publisher).from(first);
    if (recovered !== null) return recovered;
  }
  if (first > 0)
    options.log.warn('the tiles of the ledger are made anew from its segments', { count: segments.length });
  const recovered = await new Recovery(options, segments, options.createPublisher()).from(0);
  if (recovered !== null) return recovered;
  const { size } = options.checkpoint;
  throw unusable(
    `An entry among the first ${size} is not the one that was signed.`,
    options.directory,
    restoreRemedy,
  );
}

/** Gives the publisher the tree of what stands before a segment, from tiles. */
async function takeUp(
  publisher: Publisher,
  segments: readonly SegmentFile[],
  first: number,
  { fileSystem, checkpoint }: RecoverOptions,
): Promise<boolean> {
  const size = segments[first]?.firstSequence ?? 0;
  if (!(await publisher.restore(size, checkpoint.size))) return false;
  if (size === checkpoint.size && !publisher.root().equals(checkpoint.root)) return false;
  const before: DurableEnd = {
    segments: segments.slice(0, first),
    offset: await lengthOf(fileSystem, segments[first - 1]?.path ?? ''),
    sequence: size,
    chain: firstChain,
  };
  for await (const { entry } of readEntries(fileSystem, size - (size % tileWidth), before, []))
    publisher.takeUp(entry);
  return true;
}

async function lengthOf(fileSystem: FileSystem, path: string): Promise<number> {
  const file = await fileSystem.open(path, 'read');
  try {
    return await file.length();
  } finally {
    await file.close();
  }
}

const mostWaiting = 4096;

/** One reading of the segments. */
class Recovery {
  readonly #options: RecoverOptions;
  readonly #publisher: Publisher;
  readonly #kept: SegmentFile[];
  #chain: Uint8Array = firstChain;
  #offset = 0;
  #marks: ReadingMark[] = [];
  #isAsSigned = true;

  constructor(options: RecoverOptions, segments: readonly SegmentFile[], publisher: Publisher) {
    this.#options = options;
    this.#kept = [...segments];
    this.#publisher = publisher;
  }

  /** Null if the root at the checkpoint's size is another. */
  async from(first: number): Promise<Recovered | null> {
    const { checkpoint, directory } = this.#options;
    const segments = [...this.#kept];
    for (const [index, segment] of segments.entries()) {
      if (index < first) continue;
      // oxlint-disable-next-line no-await-in-loop
      await this.#read(segment, index === first && first > 0, index === segments.length - 1);
      if (!this.#isAsSigned) return null;
    }
    const { size } = this.#publisher;
    if (size < checkpoint.size)
      throw unusable(
        `Of ${checkpoint.size} entries that were signed ${size} are left.`,
        directory,
        restoreRemedy,
      );
    const end = { segments: this.#kept, offset: this.#offset, sequence: size, chain: this.#chain };
    return { end, marks: this.#marks, publisher: this.#publisher };
  }

  async #read(segment: SegmentFile, isFirst: boolean, isLast: boolean): Promise<void> {
    const { fileSystem, origin } = this.#options;
    const { path } = segment;
    const file = await fileSystem.open(path, 'read');
    try {
      const length = await file.length();
      const bytes = Buffer.alloc(Math.min(length, segmentHeaderLength));
      await file.read(bytes, 0);
      const header = decodeSegmentHeader(bytes, origin);
      if (header.kind === 'header') {
        this.#takeHeader(header, segment, isFirst);
        await this.#takeParts(file, length, path, isLast);
      } else if (isLast && length <= segmentHeaderLength) await this.#dropSegment(path);
      else throw unusable(`The header of a segment is ${header.reason}.`, `${path}:0`, restoreRemedy);
    } finally {
      await file.close();
    }
  }

  /** The chain before the first segment that is read is taken on trust; what it leads to is signed. */
  #takeHeader(
    { firstSequence, chain }: { readonly firstSequence: number; readonly chain: Buffer },
    segment: SegmentFile,
    isFirst: boolean,
  ): void {
    const isNamed = firstSequence === segment.firstSequence;
    const isNext = firstSequence === this.#publisher.size && (isFirst || chain.equals(this.#chain));
    if (!isNamed || !isNext)
      throw unusable('The segment does not follow the one before it.', `${segment.path}:0`, restoreRemedy);
    this.#chain = chain;
    this.#offset = segmentHeaderLength;
    this.#marks = [];
  }

  async #takeParts(file: OpenFile, length: number, path: string, isLast: boolean): Promise<void> {
    for await (const part of readSegment(file, segmentHeaderLength, length)) {
      const frames = part.kind === 'frames' ? part.frames : [];
      const damagedAt = part.kind === 'damage' ? part.offset : this.#takeFrames(frames, part.offset, path);
      if (this.#publisher.waiting > mostWaiting) await this.#publisher.writeFullTiles();
      if (damagedAt === null) continue;
      await this.#cutOrRefuse(path, damagedAt, isLast, await readTail(file, damagedAt));
      return;
    }
  }

  /** Takes frames up to the first that is damaged, whose place is given. */
  #takeFrames(frames: readonly ReadFrame[], offset: number, path: string): number | null {
    for (const frame of frames) {
      const place = offset + frame.start;
      if (!frame.isPayloadIntact) return place;
      this.#takeFrame(frame, `${path}:${place}`);
      if (frame.firstSequence - (this.#marks.at(-1)?.sequence ?? -tileWidth) >= tileWidth)
        this.#marks.push({ sequence: frame.firstSequence, offset: place });
      this.#offset = offset + frame.end;
    }
    return null;
  }

  #takeFrame({ entries, firstSequence, header, chain }: ReadFrame, place: string): void {
    const leaves = Buffer.allocUnsafe(entries.length * hashLength);
    entries.forEach((entry, index) => writeLeafHash(entry, leaves, index * hashLength));
    if (firstSequence !== this.#publisher.size)
      throw unusable(
        `Entry ${firstSequence} stands where entry ${this.#publisher.size} should.`,
        place,
        restoreRemedy,
      );
    if (!chain.equals(chainAfter(this.#chain, header, leaves)))
      throw unusable(`The chain is broken at entry ${firstSequence}.`, place, restoreRemedy);
    const { size, root } = this.#options.checkpoint;
    const left = size - firstSequence;
    if (left > 0 && left <= entries.length) {
      this.#publisher.add(entries.slice(0, left), leaves.subarray(0, left * hashLength));
      this.#isAsSigned &&= this.#publisher.root().equals(root);
      this.#publisher.add(entries.slice(left), leaves.subarray(left * hashLength));
    } else this.#publisher.add(entries, leaves);
    this.#chain = Buffer.from(chain);
  }

  async #cutOrRefuse(path: string, offset: number, isLast: boolean, tail: Buffer): Promise<void> {
    const { checkpoint, fileSystem, directory, log } = this.#options;
    const { size } = this.#publisher;
    if (!isLast || size < checkpoint.size || !isTorn(tail, size))
      throw unusable(
        `Entry ${size}, which was acknowledged, is damaged.`,
        `${path}:${offset}`,
        restoreRemedy,
      );
    await cutTail(fileSystem, directory, path, offset);
    log.warn('what was not yet acknowledged when the process ended was cut off', {
      file: path,
      count: tail.length,
    });
  }

  /** A segment whose header never became durable holds nothing. */
  async #dropSegment(path: string): Promise<void> {
    const { fileSystem, directory, checkpoint } = this.#options;
    if (this.#publisher.size < checkpoint.size)
      throw unusable('The header of a segment is incomplete.', `${path}:0`, restoreRemedy);
    await cutTail(fileSystem, directory, path, 0);
    await fileSystem.remove(path);
    this.#kept.pop();
  }
}
