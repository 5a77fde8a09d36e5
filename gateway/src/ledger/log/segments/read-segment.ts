import type { OpenFile } from '../file-system.ts';
import type { ReadFrame } from './frame.ts';
import { frameMagic, readFrame } from './frame.ts';

/** Some frames that stand one after the other, or the place after which there are none. */
export type SegmentPart =
  | {
      readonly kind: 'frames';
      readonly frames: readonly ReadFrame[];
      /** Where in the file the frames' buffer begins: their places count from here. */
      readonly offset: number;
    }
  | SegmentDamage;

/** From here to the end of the file there is no frame that follows the last one. */
interface SegmentDamage {
  readonly kind: 'damage';
  readonly offset: number;
  /** `incomplete`: the file ends within what may be a frame. */
  readonly reason: 'incomplete' | 'altered';
}

const chunkBytes = 1 << 20;

/** Reads the frames of a segment in order. A frame whose payload is altered is among them, marked as such. */
export async function* readSegment(file: OpenFile, from: number, end: number): AsyncGenerator<SegmentPart> {
  let offset = from;
  let wanted = chunkBytes;
  while (offset < end) {
    const bytes = Buffer.allocUnsafe(Math.min(wanted, end - offset));
    // oxlint-disable-next-line no-await-in-loop
    const length = await file.read(bytes, offset);
    const { frames, next, needed } = framesIn(bytes.subarray(0, length));
    if (frames.length > 0) yield { kind: 'frames', frames, offset };
    if (needed === null) {
      yield { kind: 'damage', offset: offset + next, reason: 'altered' };
      return;
    }
    if (offset + length >= end || length < bytes.length) {
      if (offset + next < end) yield { kind: 'damage', offset: offset + next, reason: 'incomplete' };
      return;
    }
    offset += next;
    wanted = Math.max(chunkBytes, needed);
  }
}

/** The whole frames at the beginning, where the next begins, and how many bytes that needs; null if it is none. */
function framesIn(bytes: Buffer): {
  readonly frames: readonly ReadFrame[];
  readonly next: number;
  readonly needed: number | null;
} {
  const frames: ReadFrame[] = [];
  for (let next = 0; ;) {
    const frame = readFrame(bytes, next);
    if (frame.kind === 'damaged') return { frames, next, needed: null };
    if (frame.kind === 'short') return { frames, next, needed: frame.needed };
    frames.push(frame);
    next = frame.end;
  }
}

/** The first intact frame after the place, wherever it begins; null if there is none. */
export function nextIntactFrame(bytes: Buffer, from: number): ReadFrame | null {
  for (
    let start = bytes.indexOf(frameMagic, from);
    start >= 0;
    start = bytes.indexOf(frameMagic, start + 1)
  ) {
    const frame = readFrame(bytes, start);
    if (frame.kind === 'frame' && frame.isPayloadIntact) return frame;
  }
  return null;
}
