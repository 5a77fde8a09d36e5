export type { FeedExchange } from './feed-route.ts';
export { createLog } from './log.ts';
export type { Log } from './log.ts';
export { serveSubgraph } from './serve-subgraph.ts';
export type { RunningSubgraph, ServeOptions } from './serve-subgraph.ts';
