import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { hashLength, writeLeafHash } from '../../tree/index.ts';
import type { LedgerEntry } from '../ledger-log.ts';

/** Length of a frame's header in bytes. */
const frameHeaderLength = 36;

/** The longest frame, header and chain included: bounds what a reader has to hold. */
export const maximumFrameBytes = 1 << 26;

/** What each frame begins with. Its first byte never occurs in UTF-8, so no entry holds it. */
export const frameMagic: Buffer = Buffer.from([0xf5, 0x52, 0x47, 0x01]);

const at = { length: 4, sequence: 8, batch: 16, count: 24, payloadSum: 28, headerSum: 32 } as const;
const lengthBytes = 2;

/** The entries of one operation on their way to the file. */
export interface NewFrame {
  readonly firstSequence: number;
  /** First sequence of those frames that become durable together. */
  readonly batch: number;
  readonly entries: readonly LedgerEntry[];
  /** The chain's value after the frame before. */
  readonly chain: Uint8Array;
}

/** How many bytes a frame of these entries has. */
export function frameLength(entries: readonly LedgerEntry[]): number {
  const payload = entries.reduce((sum, entry) => sum + lengthBytes + entry.length, 0);
  return frameHeaderLength + payload + hashLength;
}

/**
 * Writes a frame at the place.
 *
 * @param leaves - is given the leaf hashes of the entries, one after the other
 * @returns the chain's value after it, as it stands in the target
 */
export function writeFrame(frame: NewFrame, target: Buffer, start: number, leaves: Buffer): Buffer {
  const { entries, firstSequence, batch, chain } = frame;
  let end = start + frameHeaderLength;
  for (const [index, entry] of entries.entries()) {
    end = target.writeUInt16BE(entry.length, end);
    target.set(entry, end);
    end += entry.length;
    writeLeafHash(entry, leaves, index * hashLength);
  }
  const payload = target.subarray(start + frameHeaderLength, end);
  const header = target.subarray(start, start + frameHeaderLength);
  frameMagic.copy(header);
  header.writeUInt32BE(payload.length, at.length);
  writeNumber(header, firstSequence, at.sequence);
  writeNumber(header, batch, at.batch);
  header.writeUInt32BE(entries.length, at.count);
  header.writeUInt32BE(crc32(payload), at.payloadSum);
  header.writeUInt32BE(crc32(header.subarray(0, at.headerSum)), at.headerSum);
  target.set(chainAfter(chain, header, leaves), end);
  return target.subarray(end, end + hashLength);
}

/** The chain's value after a frame: over the one before, the frame's header and its leaf hashes. */
export function chainAfter(chain: Uint8Array, header: Uint8Array, leaves: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([chain, header, leaves]), 'buffer');
}

/** A frame as it was found. */
export interface ReadFrame {
  readonly kind: 'frame';
  /** Where it stands in the buffer, and where the next one would. */
  readonly start: number;
  readonly end: number;
  readonly firstSequence: number;
  readonly batch: number;
  readonly entries: readonly LedgerEntry[];
  readonly header: Buffer;
  /** The chain's value that it ends with. */
  readonly chain: Buffer;
  /** Whether the payload is the one that was written, by its checksum. */
  readonly isPayloadIntact: boolean;
}

/** A frame, or why there is none: more bytes are needed, or there is something else. */
export type DecodedFrame =
  ReadFrame | { readonly kind: 'short'; readonly needed: number } | { readonly kind: 'damaged' };

/** Reads the frame at the place. */
export function readFrame(bytes: Buffer, start: number): DecodedFrame {
  const left = bytes.length - start;
  if (left < frameHeaderLength) return { kind: 'short', needed: frameHeaderLength };
  const header = bytes.subarray(start, start + frameHeaderLength);
  if (!isFrameHeader(header)) return { kind: 'damaged' };
  const length = header.readUInt32BE(at.length);
  const whole = frameHeaderLength + length + hashLength;
  if (whole > maximumFrameBytes) return { kind: 'damaged' };
  if (left < whole) return { kind: 'short', needed: whole };
  const payload = bytes.subarray(start + frameHeaderLength, start + frameHeaderLength + length);
  const entries = entriesOf(payload, header.readUInt32BE(at.count));
  return {
    kind: 'frame',
    start,
    end: start + whole,
    firstSequence: readNumber(header, at.sequence),
    batch: readNumber(header, at.batch),
    entries: entries ?? [],
    header,
    chain: bytes.subarray(start + whole - hashLength, start + whole),
    isPayloadIntact: entries !== null && crc32(payload) === header.readUInt32BE(at.payloadSum),
  };
}

function isFrameHeader(header: Buffer): boolean {
  return (
    frameMagic.compare(header, 0, frameMagic.length) === 0 &&
    crc32(header.subarray(0, at.headerSum)) === header.readUInt32BE(at.headerSum)
  );
}

function entriesOf(payload: Buffer, count: number): readonly LedgerEntry[] | null {
  const entries: LedgerEntry[] = [];
  let next = 0;
  while (next + lengthBytes <= payload.length) {
    const start = next + lengthBytes;
    next = start + payload.readUInt16BE(next);
    entries.push(payload.subarray(start, next));
  }
  return next === payload.length && entries.length === count ? entries : null;
}

// Numbers up to 2^53 in two halves: several times faster than by BigInt.
const half = 2 ** 32;

function writeNumber(target: Buffer, value: number, offset: number): void {
  target.writeUInt32BE(Math.floor(value / half), offset);
  target.writeUInt32BE(value % half, offset + 4);
}

function readNumber(source: Buffer, offset: number): number {
  return source.readUInt32BE(offset) * half + source.readUInt32BE(offset + 4);
}
