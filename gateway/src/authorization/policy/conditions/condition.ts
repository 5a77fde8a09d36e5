import type { AccessRequest, DenialReason, Remedy } from '../../access/index.ts';
import type { Grant } from '../../agreements/index.ts';

/** Whether a condition of a grant holds; `undetermined` only while the resident isn't known. */
export type ConditionResult =
  | { readonly kind: 'met' }
  | { readonly kind: 'undetermined' }
  | { readonly kind: 'unmet'; readonly reason: DenialReason; readonly remedy: Remedy };

/** One condition that a grant may name; met if it doesn't. */
export type Condition = (grant: Grant, request: AccessRequest) => ConditionResult;

/** It holds, or isn't asked for. */
export const met: ConditionResult = { kind: 'met' };

/** It depends on the resident. */
export const undetermined: ConditionResult = { kind: 'undetermined' };

/** It doesn't hold. */
export function unmet(reason: DenialReason, remedy: Remedy): ConditionResult {
  return { kind: 'unmet', reason, remedy };
}
