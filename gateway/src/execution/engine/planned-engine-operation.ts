import type { OperationDefinitionNode } from 'graphql';

import type { PlannedOperation } from '../executor.ts';
import type { DataRecord } from './data/index.ts';
import type { CompiledFetch } from './fetches/index.ts';
import type { Introspection } from './introspect.ts';
import type { ObjectShape } from './shape/index.ts';
import type { Splicer } from './splice/index.ts';

/** An operation with everything about it that does not change from one request to the next. */
export interface PlannedEngineOperation extends PlannedOperation {
  readonly operation: OperationDefinitionNode;
  /** The fetches of each part: one, unless fields require one input with different arguments. */
  readonly parts: readonly (readonly CompiledFetch[])[];
  /** The client's name for a key of ours. */
  readonly responseNames: ReadonlyMap<string, string>;
  readonly introspect: Introspection | undefined;
  /** The shape of the answer for these variables. */
  readonly shapeFor: (variables: Readonly<DataRecord>) => ObjectShape;
  /** What splices the answer for these variables. */
  readonly splicerFor: (variables: Readonly<DataRecord>) => Splicer;
}
