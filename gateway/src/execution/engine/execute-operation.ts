import type { ExecutionResult } from 'graphql';
import { OperationTypeNode } from 'graphql';

import { failure, toGraphQLError } from '../../errors/index.ts';
import type { ExecutionRequest } from '../executor.ts';
import type { SubgraphClient } from '../subgraph-client/index.ts';
import type { EngineSchemas } from './compile-operation.ts';
import type { DataRecord, ShownError } from './data/index.ts';
import { createRecord, SlotFailure } from './data/index.ts';
import type { CompiledFetch } from './fetches/index.ts';
import { graft } from './graft.ts';
import type { PlannedEngineOperation } from './planned-engine-operation.ts';
import type { Run } from './run/index.ts';
import { runFetches } from './run/index.ts';
import type { ObjectShape } from './shape/index.ts';
import { shapeAnswer } from './shape/index.ts';

/** Runs a compiled operation once. */
export async function executeOperation(
  planned: PlannedEngineOperation,
  request: ExecutionRequest,
  client: SubgraphClient,
  schemas: EngineSchemas,
): Promise<ExecutionResult> {
  const runs = planned.parts.map((fetches) => runOf(fetches, planned, request, client, schemas));
  await Promise.all(runs.map(runFetches));
  const root = joined(runs, schemas);
  const shape = planned.shapeFor(request.variables);
  failUncovered(shape, root);
  const { data, errors } = shapeAnswer(shape, {
    root,
    introspection: planned.introspect?.(request.variables) ?? {},
    responseNames: planned.responseNames,
    unplaced: runs.flatMap(({ unplaced }) => unplaced),
  });
  return (errors.length > 0 ? { data, errors } : { data }) as unknown as ExecutionResult;
}

function runOf(
  fetches: readonly CompiledFetch[],
  { operation: { operation } }: PlannedEngineOperation,
  { variables, requestId, signal, guard, context }: ExecutionRequest,
  client: SubgraphClient,
  { full: schema }: EngineSchemas,
): Run {
  const sharesEntities = operation === OperationTypeNode.QUERY;
  const root = createRecord();
  const asked = { client, guard, context, variables, requestId, signal };
  return { ...asked, fetches, schema, sharesEntities, root, unplaced: [] };
}

function joined([first, ...others]: readonly Run[], { requirements }: EngineSchemas): DataRecord {
  const root = first?.root ?? createRecord();
  const options = { inputs: requirements.inputsWithArguments, changed };
  for (const other of others) graft(root, other.root, options);
  return root;
}

const changed: ShownError = toGraphQLError(failure('SUBGRAPH_ANSWER_INVALID'));

const uncovered: ShownError = toGraphQLError(failure('INTERNAL_SERVER_ERROR'));

/** A root field to which no fetch gave a value or a failure is one that the planner left out. */
function failUncovered(shape: ObjectShape, root: DataRecord): void {
  for (const field of shape) {
    const isData = field.kind === 'scalar' || field.kind === 'other';
    if (isData && root[field.key] === undefined) root[field.key] = SlotFailure.at(field.key, uncovered);
  }
}
