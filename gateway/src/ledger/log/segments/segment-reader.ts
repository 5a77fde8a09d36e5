import { failure } from '../../../errors/index.ts';
import type { FileSystem } from '../file-system.ts';
import type { SequencedEntry } from '../ledger-log.ts';
import type { SegmentPart } from './read-segment.ts';
import { readSegment } from './read-segment.ts';
import { segmentHeaderLength } from './segment-header.ts';
import type { DurableEnd } from './segment-writer.ts';

/** From where in the last segment reading may begin, so that its beginning need not be read again and again. */
export interface ReadingMark {
  readonly sequence: number;
  readonly offset: number;
}

/**
 * Reads the entries from a sequence to the durable end.
 *
 * @param marks - of the last segment, in order
 * @throws Failure LEDGER_UNUSABLE naming file and place if a frame is damaged
 */
export async function* readEntries(
  fileSystem: FileSystem,
  from: number,
  { segments, offset, sequence: size }: DurableEnd,
  marks: readonly ReadingMark[],
): AsyncGenerator<SequencedEntry> {
  const first = segments.findLastIndex(({ firstSequence }) => firstSequence <= from);
  for (const [index, { path }] of segments.entries()) {
    if (index < first || from >= size) continue;
    const isLast = index === segments.length - 1;
    const mark = isLast ? marks.findLast(({ sequence }) => sequence <= from) : undefined;
    // One segment after the other, as the entries stand.
    // oxlint-disable-next-line no-await-in-loop
    const file = await fileSystem.open(path, 'read');
    try {
      // oxlint-disable-next-line no-await-in-loop
      const end = isLast ? offset : await file.length();
      for await (const part of readSegment(file, mark?.offset ?? segmentHeaderLength, end))
        yield* entriesFrom(from, part, path);
    } finally {
      // oxlint-disable-next-line no-await-in-loop
      await file.close();
    }
  }
}

/** @throws Failure LEDGER_UNUSABLE if the part is damaged */
function* entriesFrom(from: number, part: SegmentPart, path: string): Iterable<SequencedEntry> {
  if (part.kind === 'damage') throw damaged(path, part.offset);
  for (const frame of part.frames) {
    if (!frame.isPayloadIntact) throw damaged(path, part.offset + frame.start);
    for (const [place, entry] of frame.entries.entries()) {
      const sequence = frame.firstSequence + place;
      if (sequence >= from) yield { sequence, entry };
    }
  }
}

function damaged(path: string, offset: number): Error {
  return failure('LEDGER_UNUSABLE', {
    message: 'A frame of the ledger is damaged; verify-ledger says what is wrong with it.',
    place: `${path}:${offset}`,
  });
}
