import type { SubgraphRequest, WrittenRequest } from './subgraph-client.ts';

/** Writes a request's JSON (https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters). */
export function writtenRequest({ variables, ...request }: SubgraphRequest): WrittenRequest {
  const { query, operationName } = request;
  const parameters = operationName === null ? { query, variables } : { query, variables, operationName };
  return { ...request, body: JSON.stringify(parameters) };
}
