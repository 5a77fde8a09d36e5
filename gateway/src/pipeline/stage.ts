import type { Authenticator } from '../authentication/index.ts';
import type { Failure } from '../errors/index.ts';
import type { Recorder } from '../ledger/index.ts';
import type { DocumentCache, KnownDocuments } from '../operation/index.ts';
import type { Deadline } from './deadline.ts';
import type { Generation } from './generations.ts';
import type { IncomingRequest } from './incoming-request.ts';

/** What stages work with; the same for every request. */
export interface Tools {
  readonly authenticator: Authenticator;
  readonly documents: DocumentCache;
  readonly knownDocuments: KnownDocuments;
  /** Null where no ledger is kept. */
  readonly recorder: Recorder | null;
  /** Told of each request without a token that counts. */
  readonly signInFailed?: (code: string) => void;
}

/** What the first stage is handed. */
export interface BegunRequest extends IncomingRequest {
  /** The supergraph and engine that this request stays with. */
  readonly generation: Generation;
  /** Ends the request, and its fetches in time for what they brought to be answered. */
  readonly deadline: Deadline;
}

/** A stage either adds to the request or ends it. */
export type StageDecision<Added> = { readonly kind: 'added'; readonly added: Added } | Refusal;

/** The end of a request that isn't answered with data. */
export interface Refusal {
  readonly kind: 'refused';
  readonly failures: readonly Failure[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** One step of the pipeline: sees what the steps before it added, and adds something of its own. */
export type Stage<Needed, Added> = (
  request: Needed,
  tools: Tools,
) => StageDecision<Added> | Promise<StageDecision<Added>>;

/** The decision that lets a request go on, with more known of it. */
export function added<Added>(more: Added): StageDecision<Added> {
  return { kind: 'added', added: more };
}

/** The decision that ends a request. */
export function refused(failures: readonly Failure[], headers?: Readonly<Record<string, string>>): Refusal {
  return { kind: 'refused', failures, ...(headers && { headers }) };
}
