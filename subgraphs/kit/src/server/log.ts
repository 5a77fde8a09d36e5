import { pino } from 'pino';
import type { Logger } from 'pino';

/** Entries are JSON, one a line, and hold no variables, arguments, rows, addresses or bound values. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** The log of a subgraph's process. */
export function createLog(level = 'info'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
