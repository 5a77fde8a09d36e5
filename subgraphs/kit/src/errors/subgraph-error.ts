import { GraphQLError } from 'graphql';

import { catalogue } from './catalogue.ts';
import type { ErrorCode } from './catalogue.ts';

interface SubgraphErrorDetails {
  /** Takes the place of the catalogue's message; a client reads it. */
  readonly message?: string;
  /** For the log only. */
  readonly cause?: unknown;
  /** The argument that is at fault. */
  readonly argument?: string;
}

/**
 * An error of the catalogue, safe to be read by a client.
 *
 * @example throw subgraphError('LIST_TOO_LONG', { message: 'At most 1000 representations.' })
 */
export function subgraphError(code: ErrorCode, details: SubgraphErrorDetails = {}): GraphQLError {
  const { argument, cause } = details;
  return new GraphQLError(details.message ?? catalogue[code].message, {
    extensions: argument === undefined ? { code } : { code, argument },
    originalError: cause === undefined ? null : new Error(code, { cause }),
  });
}
