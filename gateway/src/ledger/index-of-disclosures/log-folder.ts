import { failure } from '../../errors/index.ts';
import type { FileSystem, OpenFile, ReadFrame, SegmentFile, SequencedEntry } from '../log/index.ts';
import { isTorn, listSegments, readSegment, readTail, segmentHeaderLength } from '../log/index.ts';

/**
 * The entries of a log from its files, while a gateway may be writing to it: as many as there are whole. Verifying them
 * is another matter; but what was acknowledged and is damaged, or missing between two segments, is an error.
 *
 * @param directory - of one log
 */
export function logFolder(
  fileSystem: FileSystem,
  directory: string,
): { readonly readFrom: (sequence: number) => AsyncIterable<SequencedEntry> } {
  return { readFrom: (sequence) => readFrom(fileSystem, directory, sequence) };
}

/** @throws Failure LEDGER_UNUSABLE */
async function* readFrom(
  fileSystem: FileSystem,
  directory: string,
  sequence: number,
): AsyncIterable<SequencedEntry> {
  const segments = await listSegments(fileSystem, directory);
  if (segments[0] !== undefined && segments[0].firstSequence > sequence) throw damaged(segments[0].path, 0);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next && next.firstSequence <= sequence) continue;
    yield* readFile(fileSystem, segment, { from: sequence, to: next?.firstSequence ?? null });
  }
}

/** Sequences; there is no end yet where the gateway may be writing. */
interface Range {
  readonly from: number;
  readonly to: number | null;
}

async function* readFile(
  fileSystem: FileSystem,
  { path, firstSequence }: SegmentFile,
  { from, to }: Range,
): AsyncIterable<SequencedEntry> {
  const file = await fileSystem.open(path, 'read');
  try {
    const length = await file.length();
    // A segment that was only begun may lack its header.
    let [next, end] = [firstSequence, Math.min(segmentHeaderLength, length)];
    for await (const { frame, offset } of intactFrames(file, length)) {
      if (frame.firstSequence !== next) break;
      for (const entry of frame.entries) {
        if (next >= from) yield { sequence: next, entry };
        next += 1;
      }
      end = offset + frame.end;
    }
    // What was written since then says nothing of what was only being written.
    const tail = (await readTail(file, end)).subarray(0, length - end);
    const isWhole = to === null ? isTorn(tail, next) : next === to;
    if (!isWhole) throw damaged(path, end);
  } finally {
    await file.close();
  }
}

/** The frames up to the first that is damaged, each with where its buffer begins in the file. */
async function* intactFrames(
  file: OpenFile,
  length: number,
): AsyncIterable<{ readonly frame: ReadFrame; readonly offset: number }> {
  for await (const part of readSegment(file, segmentHeaderLength, length)) {
    if (part.kind === 'damage') return;
    for (const frame of part.frames) {
      if (!frame.isPayloadIntact) return;
      yield { frame, offset: part.offset };
    }
  }
}

function damaged(path: string, offset: number): Error {
  return failure('LEDGER_UNUSABLE', {
    message: 'A segment of the ledger is damaged or missing; verify-ledger says what is wrong with it.',
    place: `${path}:${offset}`,
  });
}
