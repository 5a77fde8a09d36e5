import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import type { Caller } from './caller.ts';
import type { PurposeOfUse } from './purposes-of-use.ts';
import { isPurposeOfUse } from './purposes-of-use.ts';

/** The purpose of a request, null if it states none; or why it can't have the one that it states. */
export type PurposeDecision =
  | { readonly kind: 'purpose'; readonly purposeOfUse: PurposeOfUse | null }
  | { readonly kind: 'refused'; readonly failure: Failure };

/**
 * Decides the purpose of use: the header's, if the token permits it. A token that permits exactly one
 * purpose states it for requests without the header.
 */
export function purposeOf(caller: Caller, header: string | undefined): PurposeDecision {
  const stated = header?.trim() || onlyPurpose(caller);
  if (stated === undefined) return { kind: 'purpose', purposeOfUse: null };
  if (!isPurposeOfUse(stated))
    return refused('BAD_REQUEST', 'The purpose-of-use header is none of the known codes.');
  const isPermitted = caller.purposesOfUse === null || caller.purposesOfUse.includes(stated);
  if (!isPermitted) return refused('FORBIDDEN', 'The token does not permit this purpose of use.');
  return { kind: 'purpose', purposeOfUse: stated };
}

function onlyPurpose({ purposesOfUse }: Caller): string | undefined {
  return purposesOfUse?.length === 1 ? purposesOfUse[0] : undefined;
}

function refused(code: 'BAD_REQUEST' | 'FORBIDDEN', message: string): PurposeDecision {
  return { kind: 'refused', failure: failure(code, { message }) };
}
