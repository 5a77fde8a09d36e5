import { failure } from '../../errors/index.ts';
import type { FailedFetch, SubgraphClient } from '../subgraph-client/index.ts';
import { writtenRequest } from '../subgraph-client/index.ts';
import { AgencyGuard } from './agency-guard.ts';
import { askWithRetry } from './ask-with-retry.ts';
import { isFailed } from './failure-kinds.ts';
import type { ResilienceOptions } from './resilience-options.ts';

/**
 * A client that keeps one agency's trouble from becoming everybody's.
 *
 * 1. Nothing is asked when the request's time is over; what its end cuts off is SUBGRAPH_TIMEOUT.
 * 2. An agency that fails again and again is left alone for a while, and one fetch tries it after that.
 * 3. An agency that is slow holds no more than its share of fetches.
 * 4. A query that met a passing failure is asked once more.
 *
 * What it cannot ask is SUBGRAPH_UNAVAILABLE at once.
 */
export function createResilientClient(client: SubgraphClient, options: ResilienceOptions): SubgraphClient {
  const guards = new Map(options.agencies.map(({ name }) => [name, new AgencyGuard(name, options)]));
  const fetchAs: SubgraphClient['fetchAs'] = async (request, read) => {
    const guard = guards.get(request.agency);
    const ask = async () => client.fetchAs(request, read);
    const isFree = guard === undefined || request.signal.aborted;
    return withinTime(
      request.agency,
      await (isFree ? ask() : guard.admit(() => askWithRetry(request, () => guard.ask(ask)))),
    );
  };
  return {
    fetchAs,
    read: client.read,
    fetch: (request) => fetchAs(writtenRequest(request), client.read),
    close: () => client.close(),
  };
}

/** To the reader of an answer it is the agency that did not answer in time, whoever's time it was. */
function withinTime<Answer extends { readonly kind: string }>(
  agency: string,
  answer: Answer | FailedFetch,
): Answer | FailedFetch {
  if (!isFailed(answer) || answer.failure.code !== 'DEADLINE_EXCEEDED') return answer;
  return { kind: 'failed', failure: failure('SUBGRAPH_TIMEOUT', { agency, cause: answer.failure }) };
}
