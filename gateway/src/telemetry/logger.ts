import cluster from 'node:cluster';

import type { DestinationStream } from 'pino';
import { destination as openDestination, pino } from 'pino';

import { describeError } from './describe-error.ts';
import type { LogFields } from './log-fields.ts';
import { allowedFields } from './log-fields.ts';

/** How much is logged, from everything to nothing. */
type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

type Write = (message: string, fields?: LogFields) => void;

/** Writes one JSON object a line. Messages are constant texts of ours; what varies goes into the fields. */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/**
 * A logger that writes to standard error, because standard output is for data.
 * Only the fields of the allow-list are written, whatever is handed over. One of several workers names its process.
 *
 * What several requests log at a time is written at once, beside their work; what waits when the process ends is
 * written before it does.
 */
export function createLogger(level: LogLevel, stream?: DestinationStream): Logger {
  const target = stream ?? openDestination({ dest: 2, sync: false });
  const options = {
    level,
    base: cluster.isWorker ? { process: process.pid } : null,
    serializers: { error: (error: unknown) => describeError(error) },
  };
  const inner = pino(options, target);
  const writeAt = (name: Exclude<LogLevel, 'silent'>): Write => {
    if (!inner.isLevelEnabled(name)) return writeNothing;
    return (message, fields = {}) => inner[name](allowedFields(fields), message);
  };
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}

function writeNothing(): void {}
