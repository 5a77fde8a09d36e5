import { failure, toGraphQLError } from '../../../errors/index.ts';
import type { ShownError } from '../data/index.ts';
import { SlotFailure } from '../data/index.ts';
import type { ShapeContext } from './shape-context.ts';

/** A value that may not be null is missing: what holds it becomes null. */
export const missing: unique symbol = Symbol('missing');

/**
 * Makes the client's value of a value of ours, which is neither null nor failed.
 *
 * @returns `missing` if a value below that may not be null is missing
 */
export type Completion = (value: unknown, context: ShapeContext) => unknown;

/** Nobody gave a value that may not be null, and nobody said why. */
const noValue: ShownError = toGraphQLError(failure('SUBGRAPH_ANSWER_INVALID'));

/**
 * CompleteValue() of the specification for one slot: an error becomes null, and null in a slot that may not
 * be null makes what holds the slot null (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
 *
 * @param key - the key of our data, or the index in a list
 * @param name - what the client calls it
 */
export function completeSlot(
  value: unknown,
  key: string | number,
  name: string | number,
  isNonNull: boolean,
  complete: Completion,
  context: ShapeContext,
): unknown {
  if (value === null || value === undefined || value instanceof SlotFailure) {
    return completeEmpty(value, key, isNonNull, context);
  }
  context.enter(name);
  const completed = complete(value, context);
  context.leave();
  return completed === missing && !isNonNull ? null : completed;
}

/** The same for a slot that was found empty. */
export function completeEmpty(
  value: SlotFailure | null | undefined,
  key: string | number,
  isNonNull: boolean,
  context: ShapeContext,
): null | typeof missing {
  if (value) context.report(value);
  else if (isNonNull) context.reportAt(noValue, [key]);
  return isNonNull ? missing : null;
}
