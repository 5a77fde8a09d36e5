import type { DataRecord } from '../data/index.ts';
import { isRecord } from '../data/index.ts';

/** A record and those that it stands in, the nearest last. */
export interface Located {
  readonly record: DataRecord;
  readonly above: readonly DataRecord[];
}

/** Every record at a path of the plan; what is null or failed on the way has none. */
export function recordsAt(root: DataRecord, path: readonly string[], found: Located[]): void {
  walk(root, path, 0, [], found);
}

function walk(
  value: unknown,
  path: readonly string[],
  depth: number,
  above: readonly DataRecord[],
  found: Located[],
): void {
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) walk(item, path, next, above, found);
  } else if (isRecord(value)) {
    const key = path[depth];
    if (key === undefined) found.push({ record: value, above });
    else walk(value[key], path, depth + 1, [...above, value], found);
  }
}
