import type { DocumentNode, ExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';

import type { SubgraphAnswer, SubgraphRequest } from './subgraph-client/index.ts';

/** A validated document and the operation of it that is asked for. */
export interface OperationToPlan {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** Unique for (document, operationName): engines key their plan caches by it. */
  readonly key: string;
}

/** An operation that is ready to run, any number of times; what else it holds is the engine's own. */
export interface PlannedOperation {
  readonly operation: OperationDefinitionNode;
  /** Every request that a run may send, so that the plan can be checked before anything is asked. */
  readonly fetches: readonly PlannedFetch[];
}

/** A request that a plan may send to an agency. */
export interface PlannedFetch {
  readonly agency: string;
  readonly query: string;
}

/** What differs from one run of a planned operation to the next. */
export interface ExecutionRequest {
  /** Coerced already. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** Ends all fetches of this run. */
  readonly signal: AbortSignal;
  /** Stands between the engine and the agencies, where what may be asked depends on the resident. */
  readonly guard?: FetchGuard;
  /** Handed on with every fetch to whatever signs it; the engine doesn't look at it. */
  readonly context?: unknown;
}

/** Sees every fetch of a run before it leaves and every answer before the engine reads it, and may change both. */
export interface FetchGuard {
  /** @param ask - sends a request to its agency; as many times as need be, or never */
  readonly fetch: (
    request: SubgraphRequest,
    ask: (request: SubgraphRequest) => Promise<SubgraphAnswer>,
  ) => Promise<SubgraphAnswer>;
}

/** A response that is written already: an answer with a `data` entry, which has status 200. */
export interface TextResult {
  readonly kind: 'text';
  /** The whole response as JSON, `errors` before `data`; bytes are UTF-8. Told from a result by `'kind' in`. */
  readonly body: string | Buffer;
  /** The entries of `errors` that are in the body; empty if it has none. */
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * An engine: runs operations over the agencies of one supergraph.
 *
 * What it promises: one agency's failure leaves the others' values standing; every error in the result is
 * one of the catalogue's; nothing comes back that was not selected.
 */
export interface Executor {
  /** @throws Failure if the operation cannot be planned. */
  plan(operation: OperationToPlan): Promise<PlannedOperation>;
  /** Never rejects: what fails is in the result's errors. */
  execute(planned: PlannedOperation, request: ExecutionRequest): Promise<ExecutionResult>;
  /**
   * The same for an answer that goes to the client as it is: where the engine can write the response's text
   * without making objects first, it does, and otherwise it gives the result. For requests without a guard
   * and answers in which nothing is to be restored, added or changed.
   */
  executeAsText(planned: PlannedOperation, request: ExecutionRequest): Promise<ExecutionResult | TextResult>;
  /** Frees what the engine holds; runs that have begun may finish. */
  close(): Promise<void>;
}
