import type { Log } from '@resident-graph/subgraph-kit';
import { pino } from 'pino';

/** A log whose lines a test can read. */
export function recordingLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  return Object.assign(log, { lines });
}
