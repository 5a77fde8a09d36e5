import type { GraphQLError } from 'graphql';

import { subgraphError } from './subgraph-error.ts';

/**
 * The error for an argument whose value cannot be used. The message goes to the client as it is: it says what
 * is expected and never repeats the value, which may be personal data.
 *
 * @example throw badUserInput('The last four digits of an SSN are four digits.', 'ssnLastFour')
 */
export function badUserInput(message: string, argument: string): GraphQLError {
  return subgraphError('BAD_USER_INPUT', { message, argument });
}
