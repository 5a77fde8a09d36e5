export { figures } from './figures.ts';
export type { BreakerState, FetchFigures } from './figures.ts';
export { bucketMilliseconds } from './latencies.ts';
export { serveMetrics } from './serve-metrics.ts';
