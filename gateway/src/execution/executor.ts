import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';

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
}

/** What differs from one run of a planned operation to the next. */
export interface ExecutionRequest {
  /** Coerced already. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  /** Ends all fetches of this run. */
  readonly signal: AbortSignal;
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
  /** Frees what the engine holds; runs that have begun may finish. */
  close(): Promise<void>;
}
