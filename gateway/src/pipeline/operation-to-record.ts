import type { OperationDefinitionNode } from 'graphql';

import type { Caller, PurposeOfUse } from '../authentication/index.ts';
import type { DisclosedOperation } from '../ledger/index.ts';
import type { ParsedDocument } from '../operation/index.ts';

/** What is known of a request by the time that it is recorded. */
export interface RequestToRecord {
  readonly requestId: string;
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  readonly parsed: ParsedDocument;
  readonly operation: OperationDefinitionNode;
}

/** The request as the ledger names it. */
export function operationToRecord({
  requestId,
  caller,
  purposeOfUse,
  parsed,
  operation,
}: RequestToRecord): Pick<DisclosedOperation, 'requestId' | 'caller' | 'purposeOfUse' | 'operation'> {
  const name = operation.name?.value ?? null;
  return { requestId, caller, purposeOfUse, operation: { hash: parsed.id, name } };
}
