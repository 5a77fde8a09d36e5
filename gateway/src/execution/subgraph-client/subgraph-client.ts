import type { Failure } from '../../errors/index.ts';

/** One GraphQL request to one agency. */
export interface SubgraphRequest {
  /** The agency's name in the supergraph. */
  readonly agency: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly requestId: string;
  /** The client's own end of waiting; the agency's timeout applies besides. */
  readonly signal: AbortSignal;
  /** What the request is signed with; opaque here. */
  readonly context?: unknown;
}

/** One entry of `errors` in an agency's answer: not yet checked and not fit for clients. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The failure that clients are told of; set by a guard in this gateway, never read from an answer. */
  readonly failure?: Failure;
}

/** What came of asking an agency: a GraphQL response, or the one failure that took its place. */
export type SubgraphAnswer =
  | { readonly kind: 'answered'; readonly data: unknown; readonly errors: readonly SubgraphError[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Asks agencies. Never rejects and never waits longer than the agency's timeout. */
export interface SubgraphClient {
  fetch(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /** Closes the connections after the answers that are under way. */
  close(): Promise<void>;
}
