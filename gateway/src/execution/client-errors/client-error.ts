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

/** What the kit says of an agency's database, and what any agency forbids, as what it means to a client. */
const clientCodes: ReadonlyMap<unknown, ErrorCode> = new Map<unknown, ErrorCode>([
  ['FORBIDDEN', 'FORBIDDEN'],
  ['DATABASE_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'],
  ['DATABASE_TIMEOUT', 'SUBGRAPH_TIMEOUT'],
  ['SHUTTING_DOWN', 'SUBGRAPH_UNAVAILABLE'],
]);

/** What a client may read of an error in an agency's answer. */
export function clientError(agency: string, error: SubgraphError): GraphQLFormattedError {
  if (error.failure) return withoutPath(toGraphQLError(error.failure));
  const answered = error.extensions?.['code'];
  const code = clientSafe.find((safe) => safe === answered);
  if (code !== undefined) {
    return toGraphQLError(failure(code, { agency, message: safeMessage(error.message) }));
  }
  return { ...catalogueError(clientCodes.get(answered) ?? 'SUBGRAPH_ERROR', agency) };
}

const catalogueErrors = new Map<string, GraphQLFormattedError>();

/** The same for all errors of an agency with this code: an answer may have hundreds of them. */
function catalogueError(code: ErrorCode, agency: string): GraphQLFormattedError {
  const key = `${code} ${agency}`;
  const known = catalogueErrors.get(key) ?? toGraphQLError(failure(code, { agency }));
  catalogueErrors.set(key, known);
  return known;
}

/** Where an error stands in the client's answer is said by its place in the agency's. */
function withoutPath(error: GraphQLFormattedError): GraphQLFormattedError {
  const { path: _, ...shown } = error;
  return shown;
}

function safeMessage(message: string): string | undefined {
  const isSafe = message !== '' && message.length <= longestMessage && !address.test(message);
  return isSafe && isPrintable(message) ? message : undefined;
}

function isPrintable(message: string): boolean {
  return !/\p{Cc}/u.test(message);
}
