import type { FileSystem, SequencedEntry } from '../log/index.ts';
import { listSegments, readSegment, segmentHeaderLength } from '../log/index.ts';

/**
 * The entries of a log from its files, while a gateway may be writing to it: as many as there are whole. Verifying them
 * is another matter.
 *
 * @param directory - of one log
 */
export function logFolder(
  fileSystem: FileSystem,
  directory: string,
): { readonly readFrom: (sequence: number) => AsyncIterable<SequencedEntry> } {
  return { readFrom: (sequence) => readFrom(fileSystem, directory, sequence) };
}

async function* readFrom(
  fileSystem: FileSystem,
  directory: string,
  sequence: number,
): AsyncIterable<SequencedEntry> {
  const segments = await listSegments(fileSystem, directory);
  for (const [index, { path }] of segments.entries()) {
    const next = segments[index + 1];
    if (next && next.firstSequence <= sequence) continue;
    yield* readFile(fileSystem, path, sequence);
  }
}

async function* readFile(
  fileSystem: FileSystem,
  path: string,
  sequence: number,
): AsyncIterable<SequencedEntry> {
  const file = await fileSystem.open(path, 'read');
  try {
    for await (const part of readSegment(file, segmentHeaderLength, await file.length())) {
      if (part.kind === 'damage') return;
      for (const { firstSequence, entries } of part.frames) {
        for (const [place, entry] of entries.entries()) {
          if (firstSequence + place >= sequence) yield { sequence: firstSequence + place, entry };
        }
      }
    }
  } finally {
    await file.close();
  }
}
