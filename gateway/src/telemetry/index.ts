export type { LogFields } from './log-fields.ts';
export type { Logger } from './logger.ts';
export { createLogger } from './logger.ts';
export { bucketMilliseconds, figures, serveMetrics } from './metrics/index.ts';
export type { BreakerState, FetchFigures } from './metrics/index.ts';
