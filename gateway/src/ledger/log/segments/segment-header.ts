import { hash } from 'node:crypto';

import { hashLength } from '../../tree/index.ts';

/** Length of a segment's header in bytes. */
export const segmentHeaderLength = 112;

const magic = Buffer.from([0xf5, 0x52, 0x47, 0x53, 0x45, 0x47, 0x00, 0x01]);
const at = { sequence: 8, chain: 16, origin: 48, hash: 80 } as const;

/** What a segment begins with. */
export interface SegmentHeader {
  /** Sequence of its first entry. */
  readonly firstSequence: number;
  /** The chain's value after the last frame before it. */
  readonly chain: Uint8Array;
  /** The log's name. */
  readonly origin: string;
}

/** The chain's value before the first frame of a log. */
export const firstChain: Buffer = Buffer.alloc(hashLength);

/** Name of the file: the first sequence in 16 digits, so that names sort as their entries do. */
export function segmentName(firstSequence: number): string {
  return `${String(firstSequence).padStart(16, '0')}.segment`;
}

/** The first sequence by a file's name; null for other files. */
export function sequenceOfName(name: string): number | null {
  return /^\d{16}\.segment$/.test(name) ? Number(name.slice(0, 16)) : null;
}

/** Writes the header. */
export function encodeSegmentHeader({ firstSequence, chain, origin }: SegmentHeader): Buffer {
  const header = Buffer.alloc(segmentHeaderLength);
  magic.copy(header);
  header.writeBigUInt64BE(BigInt(firstSequence), at.sequence);
  header.set(chain, at.chain);
  header.set(sha256(Buffer.from(origin)), at.origin);
  header.set(sha256(header.subarray(0, at.hash)), at.hash);
  return header;
}

/** What is wrong with a header, or what it says. */
export type DecodedHeader =
  | { readonly kind: 'header'; readonly firstSequence: number; readonly chain: Buffer }
  | { readonly kind: 'damaged'; readonly reason: 'incomplete' | 'altered' | 'of-another-log' };

/** Reads the header of a segment of the log. */
export function decodeSegmentHeader(bytes: Buffer, origin: string): DecodedHeader {
  if (bytes.length < segmentHeaderLength) return { kind: 'damaged', reason: 'incomplete' };
  const header = bytes.subarray(0, segmentHeaderLength);
  const isWhole =
    header.subarray(0, magic.length).equals(magic) &&
    header.subarray(at.hash).equals(sha256(header.subarray(0, at.hash)));
  if (!isWhole) return { kind: 'damaged', reason: 'altered' };
  if (!header.subarray(at.origin, at.hash).equals(sha256(Buffer.from(origin))))
    return { kind: 'damaged', reason: 'of-another-log' };
  const firstSequence = Number(header.readBigUInt64BE(at.sequence));
  return { kind: 'header', firstSequence, chain: Buffer.from(header.subarray(at.chain, at.origin)) };
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
