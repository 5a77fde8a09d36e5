import type { SubgraphRequest } from '../../execution/index.ts';
import type { AskedFetch } from './compile-fetch.ts';

/** The request that asks a fetch's text in place of its own, with the variables that are left. */
export function requestFor(request: SubgraphRequest, { query, variables }: AskedFetch): SubgraphRequest {
  const used = Object.entries(request.variables).filter(([name]) => variables.has(name));
  return { ...request, query, variables: Object.fromEntries(used) };
}
