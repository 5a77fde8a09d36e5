import { failure } from '../../errors/index.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from '../subgraph-client/index.ts';
import { AgencyGuard } from './agency-guard.ts';
import { askWithRetry } from './ask-with-retry.ts';
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
  return {
    fetch: async (request) => withinTime(request, await ask(client, guards.get(request.agency), request)),
    close: () => client.close(),
  };
}

async function ask(
  client: SubgraphClient,
  guard: AgencyGuard | undefined,
  request: SubgraphRequest,
): Promise<SubgraphAnswer> {
  if (guard === undefined || request.signal.aborted) return client.fetch(request);
  return guard.admit(() => askWithRetry(request, () => guard.ask(() => client.fetch(request))));
}

/** To the reader of an answer it is the agency that did not answer in time, whoever's time it was. */
function withinTime({ agency }: SubgraphRequest, answer: SubgraphAnswer): SubgraphAnswer {
  if (answer.kind === 'answered' || answer.failure.code !== 'DEADLINE_EXCEEDED') return answer;
  return { kind: 'failed', failure: failure('SUBGRAPH_TIMEOUT', { agency, cause: answer.failure }) };
}
