import type { RequesterContext } from '../../authentication/index.ts';
import type { DecisionTable } from '../policy/index.ts';

/** What a request to an agency is signed with; it travels as the request's context. */
export interface DisclosureContext extends RequesterContext {
  /** The requester's, as it stood when the operation was authorized. */
  readonly table: DecisionTable;
  /** Of the policy that made the table. */
  readonly epoch: number;
  /** Names of the categories that were decided, and permitted, for every resident among the representations. */
  readonly decided: readonly string[];
}

/** Whether a request's context is one that it can be signed with. */
export function isDisclosureContext(context: unknown): context is DisclosureContext {
  return typeof context === 'object' && context !== null && 'table' in context && 'epoch' in context;
}
