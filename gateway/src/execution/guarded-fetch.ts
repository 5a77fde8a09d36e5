import { failure } from '../errors/index.ts';
import type { FetchGuard } from './executor.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './subgraph-client/index.ts';

/**
 * Sends a request through the guard of its run, if it has one. A guard that fails has let nothing pass: the
 * fetch failed. Never rejects.
 */
export async function guardedFetch(
  client: SubgraphClient,
  guard: FetchGuard | undefined,
  request: SubgraphRequest,
): Promise<SubgraphAnswer> {
  if (!guard) return client.fetch(request);
  try {
    return await guard.fetch(request, (changed) => client.fetch(changed));
  } catch (cause) {
    return {
      kind: 'failed',
      failure: failure('INTERNAL_SERVER_ERROR', { agency: request.agency, cause }),
    };
  }
}
