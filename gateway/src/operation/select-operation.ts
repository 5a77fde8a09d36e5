import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';

/** Which operation of a document is asked for. */
type SelectDecision =
  | { readonly kind: 'selected'; readonly operation: OperationDefinitionNode }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** GetOperation() of the specification: https://spec.graphql.org/October2021/#GetOperation() */
export function selectOperation(document: DocumentNode, operationName: string | null): SelectDecision {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const matching =
    operationName === null ? operations : operations.filter((node) => node.name?.value === operationName);
  const [operation] = matching;
  if (operation !== undefined && matching.length === 1) return { kind: 'selected', operation };
  const message =
    operationName === null ? 'The document holds several operations: name one in operationName.' : undefined;
  return { kind: 'refused', failure: failure('OPERATION_RESOLUTION_FAILURE', { message }) };
}
