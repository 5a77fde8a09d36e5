import { failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { createMinimalTransport } from './minimal-transport/index.ts';
import type { RequestSigner } from './request-signer.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './subgraph-client.ts';
import type { TransportOptions } from './transport/index.ts';
import { createUndiciTransport } from './undici-transport/index.ts';

/** How agencies are asked. */
export interface SubgraphClientOptions extends Pick<TransportOptions, 'authorities' | 'maximumAnswerBytes'> {
  readonly agencies: readonly Agency[];
  /** The whole time for one request to one agency: connecting, waiting and reading. */
  readonly timeoutMilliseconds: number;
  readonly maximumAnswerDepth: number;
  /** Connections to each agency at once; further requests wait, within their timeout. */
  readonly connections: number;
  readonly transport: keyof typeof transports;
  /** Signs every request, again at each attempt. */
  readonly signer?: RequestSigner;
  readonly log: Logger;
}

const transports = { minimal: createMinimalTransport, undici: createUndiciTransport };

/**
 * A client with a pool of kept-alive connections for each agency. Redirects are never followed: an agency
 * is asked at the address that the supergraph names and at no other.
 */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const open = transports[options.transport];
  const agencies = new Map(
    options.agencies.map((agency) => {
      const transport = open({ ...options, url: new URL(agency.url) });
      return [agency.name, { ...options, agency, transport }];
    }),
  );
  return {
    async fetch(request) {
      const line = agencies.get(request.agency);
      const answer = line ? await fetchAnswer(line, request) : unknownAgency(request);
      if (answer.kind === 'failed') logFailure(options.log, request, answer);
      return answer;
    },
    async close() {
      await Promise.all([...agencies.values()].map(({ transport }) => transport.close()));
    },
  };
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
