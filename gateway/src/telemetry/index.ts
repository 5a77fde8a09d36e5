export type { LogFields } from './log-fields.ts';
export type { Logger } from './logger.ts';
export { createLogger } from './logger.ts';
