import { isDeepStrictEqual } from 'node:util';

import type { GraphQLAnswer } from '../contenders/index.ts';

/**
 * Whether two answers say the same: `data` as JSON values, and whether there are errors. How an error is worded,
 * and whether a null where none may be is one of its own, is each gateway's choice.
 */
export function isSameAnswer(one: GraphQLAnswer, other: GraphQLAnswer): boolean {
  return isDeepStrictEqual(one.data, other.data) && hasErrors(one) === hasErrors(other);
}

function hasErrors({ errors }: GraphQLAnswer): boolean {
  return errors !== undefined && errors.length > 0;
}
