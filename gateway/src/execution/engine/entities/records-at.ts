import type { DataRecord } from '../data/index.ts';
import { isRecord } from '../data/index.ts';

/** A record and those that it stands in, the nearest last. */
export interface Located {
  readonly record: DataRecord;
  readonly above: readonly DataRecord[];
}

type Path = readonly string[];

/** Adds every record at a path of the plan; what is null or failed on the way has none. */
export function recordsAt(value: unknown, path: Path, found: DataRecord[], depth = 0): void {
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) recordsAt(item, path, found, next);
  } else if (isRecord(value)) {
    const key = path[depth];
    if (key === undefined) found.push(value);
    else recordsAt(value[key], path, found, depth + 1);
  }
}

/** The same, with the records above each. */
export function locatedAt(
  value: unknown,
  path: Path,
  found: Located[],
  above: readonly DataRecord[] = [],
  depth = 0,
): void {
  if (Array.isArray(value)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of value) locatedAt(item, path, found, above, next);
  } else if (isRecord(value)) {
    const key = path[depth];
    if (key === undefined) found.push({ record: value, above });
    else locatedAt(value[key], path, found, [...above, value], depth + 1);
  }
}
