import { join } from 'node:path';

import { hashLength } from '../../tree/index.ts';
import type { FileSystem, OpenFile } from '../file-system.ts';
import type { LedgerEntry } from '../ledger-log.ts';
import { frameLength, writeFrame } from './frame.ts';
import type { SegmentFile } from './list-segments.ts';
import { segmentsFolder } from './list-segments.ts';
import { encodeSegmentHeader, segmentHeaderLength, segmentName } from './segment-header.ts';

/** As far as everything is durable: the next frame begins here. */
export interface DurableEnd {
  /** All segments, the one that is written to last. */
  readonly segments: readonly SegmentFile[];
  /** Length of the last segment. */
  readonly offset: number;
  /** Sequence of the next entry. */
  readonly sequence: number;
  /** The chain's value after the last frame. */
  readonly chain: Uint8Array;
}

/** Frames that became durable together. */
export interface DurableBatch {
  readonly firstSequence: number;
  readonly entries: readonly LedgerEntry[];
  /** The entries' leaf hashes, one after the other. */
  readonly leaves: Buffer;
  /** Where its first frame stands in the last segment. */
  readonly offset: number;
}

/** Where and how segments are written. */
export interface SegmentWriterOptions {
  readonly directory: string;
  readonly origin: string;
  readonly segmentBytes: number;
  readonly fileSystem: FileSystem;
}

const probeBytes = 1 << 16;

/** Appends frames to the segments of a log. What failed leaves the durable end where it was. */
export class SegmentWriter {
  readonly #options: SegmentWriterOptions;
  #end: DurableEnd;
  #file: OpenFile | null = null;
  #scratch = Buffer.allocUnsafe(1 << 20);

  constructor(options: SegmentWriterOptions, end: DurableEnd) {
    this.#options = options;
    this.#end = end;
  }

  get end(): DurableEnd {
    return this.#end;
  }

  /** Writes the groups, a frame each, and resolves when they are on the disk (fdatasync). */
  async commit(groups: readonly (readonly LedgerEntry[])[]): Promise<DurableBatch> {
    const { segments, offset: filled } = this.#end;
    if (segments.length === 0 || filled >= this.#options.segmentBytes) await this.#begin();
    const { offset, sequence: batch } = this.#end;
    const length = groups.reduce((sum, group) => sum + frameLength(group), 0);
    const target = this.#scratchOf(length);
    const leaves = Buffer.allocUnsafe(groups.reduce((sum, group) => sum + group.length, 0) * hashLength);
    let [at, sequence, chain] = [0, batch, this.#end.chain];
    for (const entries of groups) {
      const own = leaves.subarray(
        (sequence - batch) * hashLength,
        (sequence - batch + entries.length) * hashLength,
      );
      chain = writeFrame({ firstSequence: sequence, batch, entries, chain }, target, at, own);
      at += frameLength(entries);
      sequence += entries.length;
    }
    const file = await this.#opened();
    await file.write(target.subarray(0, length), offset);
    await file.synchronize();
    this.#end = { ...this.#end, offset: offset + length, sequence, chain: Buffer.from(chain) };
    return { firstSequence: batch, entries: groups.flat(), leaves, offset };
  }

  /**
   * After a failure: takes away whatever may stand behind the durable end, since bytes whose fsync failed are not
   * trusted, and tries whether the disk takes bytes again.
   */
  async heal(): Promise<void> {
    const { directory, fileSystem } = this.#options;
    await this.close();
    if (this.#end.segments.length > 0) {
      const file = await this.#opened();
      if ((await file.length()) < this.#end.offset) throw new Error('The segment has lost durable bytes.');
      await file.truncate(this.#end.offset);
      await file.synchronize();
    }
    const probe = join(directory, 'probe');
    const file = await fileSystem.open(probe, 'create');
    try {
      await file.write(Buffer.alloc(probeBytes), 0);
      await file.synchronize();
    } finally {
      await file.close();
      await fileSystem.remove(probe);
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #opened(): Promise<OpenFile> {
    const path = this.#end.segments.at(-1)?.path ?? '';
    this.#file ??= await this.#options.fileSystem.open(path, 'write');
    return this.#file;
  }

  async #begin(): Promise<void> {
    const { directory, origin, fileSystem } = this.#options;
    const { sequence: firstSequence, chain, segments } = this.#end;
    const folder = join(directory, segmentsFolder);
    const path = join(folder, segmentName(firstSequence));
    const header = encodeSegmentHeader({ firstSequence, chain, origin });
    const file = await fileSystem.open(path, 'create');
    try {
      await file.write(header, 0);
      await file.synchronize();
      await fileSystem.synchronizeDirectory(folder);
    } catch (error) {
      await file.close();
      throw error;
    }
    await this.close();
    this.#file = file;
    this.#end = {
      ...this.#end,
      segments: [...segments, { path, firstSequence }],
      offset: segmentHeaderLength,
    };
  }

  #scratchOf(length: number): Buffer {
    if (length > this.#scratch.length) return Buffer.allocUnsafe(length);
    return this.#scratch;
  }
}
