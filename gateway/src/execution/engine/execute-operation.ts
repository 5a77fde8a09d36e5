import type { ExecutionResult, GraphQLSchema } from 'graphql';

import { failure, toGraphQLError } from '../../errors/index.ts';
import type { ExecutionRequest } from '../executor.ts';
import type { SubgraphClient } from '../subgraph-client/index.ts';
import type { DataRecord, ShownError } from './data/index.ts';
import { createRecord, SlotFailure } from './data/index.ts';
import type { PlannedEngineOperation } from './planned-engine-operation.ts';
import { runFetches } from './run/index.ts';
import type { ObjectShape } from './shape/index.ts';
import { shapeAnswer } from './shape/index.ts';

/** What all operations of one engine run on. */
export interface EngineParts {
  readonly client: SubgraphClient;
  readonly schema: GraphQLSchema;
}

/** Runs a compiled operation once. */
export async function executeOperation(
  planned: PlannedEngineOperation,
  { variables, requestId, signal }: ExecutionRequest,
  { client, schema }: EngineParts,
): Promise<ExecutionResult> {
  const root = createRecord();
  const unplaced: ShownError[] = [];
  const { fetches, operation, responseNames } = planned;
  const sharesEntities = operation.operation === 'query';
  await runFetches({ fetches, client, schema, variables, requestId, signal, sharesEntities, root, unplaced });
  const shape = planned.shapeFor(variables);
  failUncovered(shape, root);
  const introspection = planned.introspect?.(variables) ?? {};
  const { data, errors } = shapeAnswer(shape, { root, introspection, responseNames, unplaced });
  return (errors.length > 0 ? { data, errors } : { data }) as unknown as ExecutionResult;
}

const uncovered: ShownError = toGraphQLError(failure('INTERNAL_SERVER_ERROR'));

/** A root field to which no fetch gave a value or a failure is one that the planner left out. */
function failUncovered(shape: ObjectShape, root: DataRecord): void {
  for (const field of shape) {
    const isData = field.kind === 'scalar' || field.kind === 'other';
    if (isData && root[field.key] === undefined) root[field.key] = SlotFailure.at(field.key, uncovered);
  }
}
