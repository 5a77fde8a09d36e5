import { failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { figures } from '../../telemetry/index.ts';
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
  const ask: SubgraphClient['ask'] = (request, readAs, deliver) => {
    const line = lines.get(request.agency);
    if (!line) return deliver(unknownAgency(request));
    return fetchAnswer(line, request, readAs, (answer) => {
      if (isFailed(answer)) logFailure(options.log, request, answer);
      deliver(answer);
    });
  };
  return {
    ask,
    read,
    fetch: (request) => new Promise((resolve) => ask(writtenRequest(request), read, resolve)),
    async close() {
      await Promise.all([...lines.values()].map(({ transport }) => transport.close()));
    },
  };
}

function linesOf(options: SubgraphClientOptions): ReadonlyMap<string, AgencyLine> {
  const open = transports[options.transport];
  return new Map(
    options.agencies.map((agency) => {
      const transport = open({ ...options, url: new URL(agency.url) });
      return [agency.name, { ...options, agency, transport, figures: figures.fetchesTo(agency.name) }];
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
