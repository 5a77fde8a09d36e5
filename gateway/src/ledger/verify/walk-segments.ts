import type { FileSystem, LedgerEntry, ReadFrame, SegmentFile } from '../log/index.ts';
import {
  chainAfter,
  decodeSegmentHeader,
  firstChain,
  listSegments,
  readSegment,
  segmentHeaderLength,
} from '../log/index.ts';
import { hashLength, writeLeafHash } from '../tree/index.ts';
import type { LedgerProblem } from './problem.ts';

/** Records as they stand in the segments, whatever their frames say of themselves. */
export interface WalkedFrame {
  /** Place of the first in the order of the files. */
  readonly position: number;
  readonly entries: readonly LedgerEntry[];
  /** Their leaf hashes, one after the other. */
  readonly leaves: Buffer;
  readonly file: string;
  readonly offset: number;
}

/** Walks over all frames of a log, and tells what is wrong with them by themselves. */
export class SegmentWalk {
  readonly problems: LedgerProblem[] = [];
  segments = 0;
  readonly #fileSystem: FileSystem;
  readonly #origin: string;
  readonly #covered: number;
  #chain: Uint8Array = firstChain;
  /** What the next frame should begin with. */
  #sequence = 0;
  #position = 0;

  /** @param covered - how many records the newest checkpoint covers */
  constructor(fileSystem: FileSystem, origin: string, covered: number) {
    this.#fileSystem = fileSystem;
    this.#origin = origin;
    this.#covered = covered;
  }

  /** The records in the order of the files. Behind a place that can't be read the walk goes on with the next segment. */
  async *frames(directory: string): AsyncGenerator<readonly WalkedFrame[]> {
    const segments = await listSegments(this.#fileSystem, directory);
    this.segments = segments.length;
    for (const [index, segment] of segments.entries()) {
      const file = await this.#fileSystem.open(segment.path, 'read');
      try {
        const length = await file.length();
        const bytes = Buffer.alloc(Math.min(length, segmentHeaderLength));
        await file.read(bytes, 0);
        this.#checkHeader(bytes, segment);
        for await (const part of readSegment(file, segmentHeaderLength, length)) {
          if (part.kind === 'frames')
            yield part.frames.map((frame) => this.#walk(frame, part.offset, segment.path));
          else this.#damaged(part.offset, part.reason, segment.path, index === segments.length - 1);
        }
      } finally {
        await file.close();
      }
    }
  }

  #checkHeader(bytes: Buffer, { path, firstSequence }: SegmentFile): void {
    const header = decodeSegmentHeader(bytes, this.#origin);
    if (header.kind === 'damaged') {
      const message = `The header of the segment is ${header.reason}.`;
      this.#tell('SEGMENT_ALTERED', message, path, 0, this.#sequence);
      return;
    }
    if (firstSequence !== this.#sequence || header.firstSequence !== this.#sequence) {
      const message = `The segment begins with record ${header.firstSequence}, not with ${this.#sequence}: records ${this.#sequence} to ${header.firstSequence - 1} are missing.`;
      this.#tell('SEGMENT_MISSING', message, path, 0, this.#sequence);
    } else if (!header.chain.equals(this.#chain)) {
      const message = 'The segment does not continue the chain of the one before.';
      this.#tell('CHAIN_BROKEN', message, path, 0, this.#sequence);
    }
    this.#sequence = header.firstSequence;
    this.#chain = header.chain;
  }

  #walk(frame: ReadFrame, start: number, file: string): WalkedFrame {
    const { entries, firstSequence, chain } = frame;
    const offset = start + frame.start;
    const leaves = Buffer.allocUnsafe(entries.length * hashLength);
    for (const [index, entry] of entries.entries()) writeLeafHash(entry, leaves, index * hashLength);
    this.#checkFrame(frame, leaves, file, offset);
    const position = this.#position;
    this.#position += entries.length;
    this.#sequence = firstSequence + entries.length;
    this.#chain = Buffer.from(chain);
    return { position, entries, leaves, file, offset };
  }

  #checkFrame(frame: ReadFrame, leaves: Buffer, file: string, offset: number): void {
    const { firstSequence: first, header, chain, isPayloadIntact } = frame;
    if (!isPayloadIntact)
      this.#tell('CHECKSUM_WRONG', `The checksum of record ${first} is wrong.`, file, offset, first);
    if (first !== this.#sequence) {
      const message = `Record ${first} stands where record ${this.#sequence} should.`;
      this.#tell('SEQUENCE_BROKEN', message, file, offset, Math.min(this.#sequence, first));
    } else if (!chain.equals(chainAfter(this.#chain, header, leaves)))
      this.#tell('CHAIN_BROKEN', `The chain is broken at record ${first}.`, file, offset, first);
  }

  #damaged(offset: number, reason: string, file: string, isLast: boolean): void {
    // A process that writes at this moment, or was killed, leaves such an end; nothing that was signed is in it.
    if (isLast && reason === 'incomplete' && this.#sequence >= this.#covered) return;
    const message = `After record ${this.#sequence - 1} there is no whole frame (${reason}).`;
    this.#tell('FRAME_DAMAGED', message, file, offset, this.#sequence);
  }

  #tell(code: LedgerProblem['code'], message: string, file: string, offset: number, sequence: number): void {
    this.problems.push({ code, message, file, offset, sequence });
  }
}
