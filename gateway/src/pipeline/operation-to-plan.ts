import type { OperationDefinitionNode } from 'graphql';

import type { OperationToPlan } from '../execution/index.ts';
import type { ParsedDocument } from '../operation/index.ts';

/** One operation of a document as the engine knows it: a plan made ahead of a request is found by it again. */
export function operationToPlan(
  { id, document }: ParsedDocument,
  { name }: OperationDefinitionNode,
): OperationToPlan {
  const operationName = name?.value ?? null;
  return { document, operationName, key: `${id}:${operationName ?? ''}` };
}
