import { z } from 'zod';

import { option } from './option.ts';

/** How the gateway is reached. */
export const httpOptions = z.object({
  host: option(z.string().min(1).default('127.0.0.1'), {
    description: 'Address to listen on. 0.0.0.0 for every interface.',
    flag: '--host',
    environment: 'HOST',
    placeholder: 'address',
  }),
  port: option(z.int().min(0).max(65_535).default(4000), {
    description: 'Port to listen on. 0 lets the system choose one.',
    flag: '--port',
    environment: 'PORT',
    placeholder: 'number',
  }),
  workers: option(z.int().min(1).max(256).default(1), {
    description:
      'How many processes serve the port together, each with connections and caches of its own. As many as processor cores at most.',
    flag: '--workers',
    environment: 'RESIDENT_GRAPH_WORKERS',
    placeholder: 'number',
  }),
  maximumRequestBytes: option(z.int().min(1024).max(16_777_216).default(131_072), {
    description: 'Largest body of a request, in bytes. Documents and variables count together.',
    flag: '--maximum-request-bytes',
    environment: 'RESIDENT_GRAPH_MAXIMUM_REQUEST_BYTES',
    placeholder: 'bytes',
  }),
  corsOrigins: option(z.array(z.url({ protocol: /^https?$/ })).default([]), {
    description: 'Origins whose pages may send requests from a browser. None by default.',
    flag: '--cors-origins',
    environment: 'RESIDENT_GRAPH_CORS_ORIGINS',
    placeholder: 'origins',
  }),
  deadlineMilliseconds: option(z.int().min(10).max(600_000).default(30_000), {
    description: 'Longest time that a request may take altogether.',
    flag: '--deadline-milliseconds',
    environment: 'RESIDENT_GRAPH_DEADLINE_MILLISECONDS',
    placeholder: 'milliseconds',
  }),
  drainMilliseconds: option(z.int().min(0).max(600_000).default(10_000), {
    description: 'Longest time that the gateway, when stopped, waits for requests that it has begun.',
    flag: '--drain-milliseconds',
    environment: 'RESIDENT_GRAPH_DRAIN_MILLISECONDS',
    placeholder: 'milliseconds',
  }),
  maximumRequests: option(z.int().min(1).max(1_000_000).default(1000), {
    description: 'Most requests under way in one process. Further ones are refused with 503 and Retry-After.',
    flag: '--maximum-requests',
    environment: 'RESIDENT_GRAPH_MAXIMUM_REQUESTS',
    placeholder: 'number',
  }),
  maximumDelayMilliseconds: option(z.int().min(1).max(600_000).default(500), {
    description:
      'How far one process may fall behind with its work (the mean delay of its event loop) before it refuses requests.',
    flag: '--maximum-delay-milliseconds',
    environment: 'RESIDENT_GRAPH_MAXIMUM_DELAY_MILLISECONDS',
    placeholder: 'milliseconds',
  }),
  explorer: option(z.boolean().default(true), {
    description: 'Whether /explorer serves GraphiQL to whoever signs in by a browser, where it is built.',
    flag: '--explorer',
    environment: 'RESIDENT_GRAPH_EXPLORER',
    placeholder: 'true|false',
    productionDefault: false,
  }),
  documentation: option(z.enum(['off', 'signed-in', 'open']).default('signed-in'), {
    description:
      'Who may read /docs, which tells every field and who may see it for what under which agreement, also where introspection is off: nobody, whoever is signed in or has a token, or everybody.',
    flag: '--documentation',
    environment: 'RESIDENT_GRAPH_DOCUMENTATION',
    placeholder: 'off|signed-in|open',
  }),
  trustRequestId: option(z.boolean().default(false), {
    description: 'Whether to keep the x-request-id of a proxy. Only behind one that always sets it.',
    flag: '--trust-request-id',
    environment: 'RESIDENT_GRAPH_TRUST_REQUEST_ID',
    placeholder: 'true|false',
  }),
});
