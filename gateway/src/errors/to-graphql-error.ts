import type { GraphQLFormattedError } from 'graphql';

import { entryOf } from './catalogue.ts';
import type { Failure, FailureDetails } from './failure.ts';
import { failure } from './failure.ts';

/**
 * The half of a failure that a client may read, as an entry of `errors`
 * (https://spec.graphql.org/October2021/#sec-Errors). An operator's failure is masked as
 * INTERNAL_SERVER_ERROR.
 *
 * @param options - a path or locations that the caller knows and the failure doesn't
 */
export function toGraphQLError(
  inner: Failure,
  options: Pick<FailureDetails, 'path' | 'locations'> = {},
): GraphQLFormattedError {
  const shown = entryOf(inner.code).audience === 'client' ? inner : failure('INTERNAL_SERVER_ERROR');
  const path = options.path ?? shown.path;
  const locations = options.locations ?? shown.locations;
  return {
    message: shown.message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code: shown.code,
      ...(shown.agency !== undefined && { agency: shown.agency }),
      ...shown.extensions,
    },
  };
}
