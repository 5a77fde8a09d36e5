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

/** A request whose JSON is written already. */
export interface WrittenRequest extends Omit<SubgraphRequest, 'variables'> {
  readonly body: string;
}

/** One entry of `errors` in an agency's answer: not yet checked and not fit for clients. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The failure that clients are told of; set by a guard in this gateway, never read from an answer. */
  readonly failure?: Failure;
}

/** A GraphQL response. */
export interface AnsweredFetch {
  readonly kind: 'answered';
  readonly data: unknown;
  readonly errors: readonly SubgraphError[];
}

/** The one failure that took an answer's place. */
export interface FailedFetch {
  readonly kind: 'failed';
  readonly failure: Failure;
}

/** What came of asking an agency. */
export type SubgraphAnswer = AnsweredFetch | FailedFetch;

/** What makes a body no answer: it counts as the agency's failure. */
export interface RefusedBody {
  readonly kind: 'refused';
  readonly reason: string;
}

/**
 * Reads a body that came as a GraphQL response does; what else it is, is the reader's to find out. The bytes
 * are only good during the call: what they stand in is used again.
 */
export type AnswerReader<Answer extends { readonly kind: string }> = (
  body: Uint8Array,
) => Answer | RefusedBody;

/** Takes what came of asking. */
export type Deliver<Answer extends { readonly kind: string }> = (answer: Answer | FailedFetch) => void;

/** Asks agencies. Never rejects and never waits longer than the agency's timeout. */
export interface SubgraphClient {
  fetch(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /**
   * The same, with the request written and the answer read in the caller's own way. It is told by a callback,
   * because a promise for each step on the way costs more than the step.
   *
   * @param deliver - called once, perhaps before this returns
   */
  ask<Answer extends { readonly kind: string }>(
    request: WrittenRequest,
    read: AnswerReader<Answer>,
    deliver: Deliver<Answer>,
  ): void;
  /** Reads a body as `fetch` does. */
  readonly read: AnswerReader<AnsweredFetch>;
  /** Closes the connections after the answers that are under way. */
  close(): Promise<void>;
}
