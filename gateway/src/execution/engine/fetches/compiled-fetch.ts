import type { OperationDefinitionNode } from 'graphql';

import type { FetchDataKeyRenamer, QueryPlanSelectionNode } from '../../../supergraph/index.ts';
import type { ObjectProjection } from '../answers/index.ts';
import type { RepresentationBuilder } from '../entities/index.ts';
import type { Condition } from '../steps/index.ts';

/** Everything about a fetch that does not change from one request to the next. */
export interface CompiledFetch {
  readonly agency: string;
  readonly query: string;
  /** The same, parsed. */
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  /** The variables that its text uses, besides those of the planner: ours, and what the client calls them. */
  readonly variables: readonly (readonly [name: string, clientName: string])[];
  readonly conditions: readonly Condition[];
  readonly paths: readonly (readonly string[])[];
  readonly projection: ObjectProjection;
  /** Whether keys or values are changed on the way to the agency or back. */
  readonly isRewritten: boolean;
  /** Nothing for a fetch that begins at a root type. */
  readonly entities: EntityFetch | undefined;
  /** How many fetches come before it, and which ones, by index, wait for it. */
  readonly waitsFor: number;
  readonly dependents: readonly number[];
}

/** How a fetch asks for entities. */
export interface EntityFetch {
  readonly represent: RepresentationBuilder;
  /** The keys, and what the fields require. */
  readonly inputs: readonly QueryPlanSelectionNode[];
  readonly contexts: readonly FetchDataKeyRenamer[];
  /** Fetches of one group ask the same, so that an entity's answer to one serves them all. */
  readonly group: number;
  /** The fetches that went into it, for objects that can't be represented for all of them. */
  readonly separately: readonly CompiledFetch[];
}
