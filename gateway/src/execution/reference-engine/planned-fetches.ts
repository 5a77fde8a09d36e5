import { operationFromDocument } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';

import type { OperationToPlan, PlannedFetch } from '../executor.ts';

/**
 * The requests that @apollo/gateway's executor may send for an operation: its own planner is asked, which
 * plans an operation the same way every time. The executor has no door to the plans that it keeps.
 *
 * @throws Error if the operation cannot be planned.
 */
export function plannedFetches(
  gateway: ApolloGateway,
  { document, operationName }: OperationToPlan,
): readonly PlannedFetch[] {
  const { queryPlanner } = gateway['__testing']();
  if (!queryPlanner) throw new TypeError('The gateway has no planner yet.');
  const operation = operationFromDocument(queryPlanner.supergraph.apiSchema(), document, {
    ...(operationName !== null && { operationName }),
  });
  return fetchesIn(queryPlanner.buildQueryPlan(operation).node);
}

/** What of a plan's nodes is read here: a fetch, or what other nodes stand in. */
function fetchesIn(node: unknown): readonly PlannedFetch[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('serviceName' in node && 'operation' in node) {
    return [{ agency: String(node.serviceName), query: String(node.operation) }];
  }
  return Object.values(node).flatMap((inner) => (Array.isArray(inner) ? inner : [inner]).flatMap(fetchesIn));
}
