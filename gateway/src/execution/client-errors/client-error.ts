import type { GraphQLFormattedError } from 'graphql';

import type { ErrorCode } from '../../errors/index.ts';
import { failure, toGraphQLError } from '../../errors/index.ts';
import type { SubgraphError } from '../subgraph-client/index.ts';

/**
 * Codes that an agency may say to a client in its own words: they speak of what the client sent. All
 * others speak of the agency's inside, and only the catalogue's words leave.
 */
const clientSafe: readonly ErrorCode[] = ['BAD_USER_INPUT', 'LIST_TOO_LONG'];

const longestMessage = 300;

/** Addresses, whatever else the text says: schemes, IPv4 addresses, and a host with its port. */
const address = /:\/\/|\b\d{1,3}(?:\.\d{1,3}){3}\b|[\w-]:\d{2,5}\b|[/\\][\w.-]+[/\\]/;

/** What a client may read of an error in an agency's answer. */
export function clientError(agency: string, error: SubgraphError): GraphQLFormattedError {
  const code = clientSafe.find((safe) => safe === error.extensions?.['code']);
  if (code === undefined) return toGraphQLError(failure('SUBGRAPH_ERROR', { agency }));
  return toGraphQLError(failure(code, { agency, message: safeMessage(error.message) }));
}

function safeMessage(message: string): string | undefined {
  const isSafe = message !== '' && message.length <= longestMessage && !address.test(message);
  return isSafe && isPrintable(message) ? message : undefined;
}

function isPrintable(message: string): boolean {
  return !/\p{Cc}/u.test(message);
}
