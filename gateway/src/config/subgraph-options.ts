import { z } from 'zod';

import { option } from './option.ts';

/** How much an agency's subgraph may take (time, bytes, depth, connections) and how often it may fail. */
export const subgraphOptions = z.object({
  timeoutMilliseconds: option(z.int().min(1).max(600_000).default(5000), {
    description: 'Longest time that one request to an agency may take.',
    flag: '--subgraph-timeout-milliseconds',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_TIMEOUT_MILLISECONDS',
    placeholder: 'milliseconds',
  }),
  maximumAnswerBytes: option(z.int().min(1024).max(1_073_741_824).default(16_777_216), {
    description: "Largest answer of an agency's subgraph, in bytes.",
    flag: '--subgraph-maximum-answer-bytes',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_MAXIMUM_ANSWER_BYTES',
    placeholder: 'bytes',
  }),
  maximumAnswerDepth: option(z.int().min(4).max(1000).default(64), {
    description: "Deepest nesting of objects and lists in an agency's answer.",
    flag: '--subgraph-maximum-answer-depth',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_MAXIMUM_ANSWER_DEPTH',
    placeholder: 'levels',
  }),
  connections: option(z.int().min(1).max(10_000).default(32), {
    description: 'Most connections to one agency at a time.',
    flag: '--subgraph-connections',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_CONNECTIONS',
    placeholder: 'number',
  }),
  maximumFetches: option(z.int().min(1).max(100_000).default(512), {
    description:
      'Most requests to one agency at a time. Further ones fail at once, so that a slow agency holds no memory.',
    flag: '--subgraph-maximum-fetches',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_MAXIMUM_FETCHES',
    placeholder: 'number',
  }),
  breakerFailures: option(z.int().min(1).max(10_000).default(10), {
    description: 'Failures of one agency in a row after which it is left alone for a while.',
    flag: '--subgraph-breaker-failures',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_BREAKER_FAILURES',
    placeholder: 'number',
  }),
  breakerRestMilliseconds: option(z.int().min(1).max(600_000).default(2000), {
    description: 'How long an agency that fails is left alone before one request tries it again.',
    flag: '--subgraph-breaker-rest-milliseconds',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_BREAKER_REST_MILLISECONDS',
    placeholder: 'milliseconds',
  }),
  transport: option(z.enum(['minimal', 'undici']).default('minimal'), {
    description:
      "What carries requests to agencies: this gateway's own HTTP/1.1 client, which costs least, or undici's.",
    flag: '--subgraph-transport',
    environment: 'RESIDENT_GRAPH_SUBGRAPH_TRANSPORT',
    placeholder: 'minimal|undici',
  }),
});
