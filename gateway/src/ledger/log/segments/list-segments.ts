import { join } from 'node:path';

import type { FileSystem } from '../file-system.ts';
import { sequenceOfName } from './segment-header.ts';

/** A segment by its name. */
export interface SegmentFile {
  readonly path: string;
  readonly firstSequence: number;
}

/** Folder of the segments below the log's. */
export const segmentsFolder = 'segments';

/** The segments of a log in the order of their entries. */
export async function listSegments(
  fileSystem: FileSystem,
  directory: string,
): Promise<readonly SegmentFile[]> {
  const folder = join(directory, segmentsFolder);
  const names = await fileSystem.list(folder);
  return names
    .flatMap((name) => {
      const firstSequence = sequenceOfName(name);
      return firstSequence === null ? [] : [{ path: join(folder, name), firstSequence }];
    })
    .toSorted((one, other) => one.firstSequence - other.firstSequence);
}
