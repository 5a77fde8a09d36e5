export type { LogFields } from './log-fields.ts';
export type { Logger, LogLevel } from './logger.ts';
export { createLogger, logLevels } from './logger.ts';
