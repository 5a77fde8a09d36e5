import { Pool } from 'undici';

import { failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { AnswerBounds } from './read-body.ts';
import { fetchAnswer } from './fetch-answer.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './subgraph-client.ts';

/** How agencies are asked. */
export interface SubgraphClientOptions extends AnswerBounds {
  readonly agencies: readonly Agency[];
  /** The whole time for one request to one agency: connecting, waiting and reading. */
  readonly timeoutMilliseconds: number;
  /** Connections to each agency at once; further requests wait, within their timeout. */
  readonly connections: number;
  readonly log: Logger;
}

/**
 * A client with a pool of kept-alive connections for each agency. Redirects are never followed: an agency
 * is asked at the address that the supergraph names and at no other.
 */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const endpoints = new Map(
    options.agencies.map((agency) => [agency.name, endpointOf(agency, options.connections)]),
  );
  return {
    async fetch(request) {
      const endpoint = endpoints.get(request.agency);
      const answer = endpoint ? await fetchAnswer(endpoint, request, options) : unknownAgency(request);
      if (answer.kind === 'failed') logFailure(options.log, request, answer);
      return answer;
    },
    async close() {
      await Promise.all([...endpoints.values()].map(({ pool }) => pool.close()));
    },
  };
}

function endpointOf(agency: Agency, connections: number): { pool: Pool; path: string } {
  const { origin, pathname, search } = new URL(agency.url);
  return { pool: new Pool(origin, { connections, pipelining: 1 }), path: `${pathname}${search}` };
}

function unknownAgency({ agency }: SubgraphRequest): SubgraphAnswer {
  return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency }) };
}

function logFailure(
  log: Logger,
  { agency, requestId }: SubgraphRequest,
  { failure: { code, cause } }: Extract<SubgraphAnswer, { kind: 'failed' }>,
): void {
  const problem = typeof cause === 'string' ? { problem: cause } : { error: cause };
  log.warn('An agency gave no answer that can be used', { agency, requestId, code, ...problem });
}
