import type { OperationDefinitionNode } from 'graphql';
import { OperationTypeNode } from 'graphql';

import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { ParsedDocument } from '../../operation/index.ts';
import { selectOperation as select } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/**
 * Proves which operation is meant, that the schema has its kind (validation doesn't look at that), and that
 * a GET changes nothing (RFC 9110, section 9.2.1).
 */
export const selectOperation: Stage<
  BegunRequest & { readonly parsed: ParsedDocument },
  { readonly operation: OperationDefinitionNode }
> = ({ generation, parsed, parameters, method }) => {
  const decision = select(parsed.document, parameters.operationName);
  if (decision.kind === 'refused') return refused([decision.failure]);
  const { operation } = decision;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    return refused([failure('BAD_REQUEST', { message: 'Subscriptions are not supported.' })]);
  }
  const isSafe = method === 'POST' || operation.operation === OperationTypeNode.QUERY;
  if (!isSafe) return refused([failure('METHOD_NOT_ALLOWED')], { allow: 'POST' });
  const isKnown = Boolean(generation.supergraph.apiSchema.getRootType(operation.operation));
  return isKnown ? added({ operation }) : refused([unknownKind(operation)]);
};

function unknownKind({ operation }: OperationDefinitionNode): Failure {
  return failure('GRAPHQL_VALIDATION_FAILED', { message: `The schema has no ${operation}.` });
}
