import { failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { Abortions } from './abortions.ts';
import { fetchAnswer } from './fetch-answer.ts';
import type { AgencyLine } from './fetch-answer.ts';
import { createMinimalTransport } from './minimal-transport/index.ts';
import { readAnswer } from './read-answer.ts';
import type { RequestSigner } from './request-signer.ts';
import type { FailedFetch, SubgraphClient, WrittenRequest } from './subgraph-client.ts';
import type { TransportOptions } from './transport/index.ts';
import { createUndiciTransport } from './undici-transport/index.ts';
import { writtenRequest } from './written-request.ts';

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
  const lines = linesOf(options);
  const read: SubgraphClient['read'] = (body) => readAnswer(body, options.maximumAnswerDepth);
  const fetchAs: SubgraphClient['fetchAs'] = async (request, readAs) => {
    const line = lines.get(request.agency);
    const answer = line ? await fetchAnswer(line, request, readAs) : unknownAgency(request);
    if (isFailed(answer)) logFailure(options.log, request, answer);
    return answer;
  };
  return {
    fetchAs,
    read,
    fetch: (request) => fetchAs(writtenRequest(request), read),
    async close() {
      await Promise.all([...lines.values()].map(({ transport }) => transport.close()));
    },
  };
}

function linesOf(options: SubgraphClientOptions): ReadonlyMap<string, AgencyLine> {
  const open = transports[options.transport];
  const abortions = new Abortions();
  return new Map(
    options.agencies.map((agency) => {
      const transport = open({ ...options, url: new URL(agency.url) });
      return [agency.name, { ...options, agency, transport, abortions }];
    }),
  );
}

function isFailed(answer: { readonly kind: string }): answer is FailedFetch {
  return answer.kind === 'failed';
}

function unknownAgency({ agency }: WrittenRequest): FailedFetch {
  return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency }) };
}

function logFailure(
  log: Logger,
  { agency, requestId }: WrittenRequest,
  { failure: { code, cause } }: FailedFetch,
): void {
  const problem = typeof cause === 'string' ? { problem: cause } : { error: cause };
  log.warn('An agency gave no answer that can be used', { agency, requestId, code, ...problem });
}
