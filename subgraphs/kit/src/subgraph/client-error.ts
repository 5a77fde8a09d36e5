import type { GraphQLError, GraphQLFormattedError } from 'graphql';

import { databaseFailure } from '../database/index.ts';
import type { DatabaseFailure } from '../database/index.ts';
import { catalogue } from '../errors/index.ts';
import type { ErrorCode } from '../errors/index.ts';
import { LoaderError } from '../loaders/index.ts';

/** An error as the client reads it, and what caused it, for the log alone. */
export interface ClientError {
  readonly code: ErrorCode;
  readonly formatted: GraphQLFormattedError;
  readonly cause: unknown;
  readonly database: DatabaseFailure | null;
  /** The loader whose statement failed. */
  readonly loader: Pick<LoaderError, 'table' | 'columns'> | null;
}

/**
 * Brings any error into the catalogue. What is not ours loses its text, which may hold SQL, hosts or values.
 *
 * @param executed whether resolvers ran; before that only the request itself can be at fault
 */
export function clientError(error: GraphQLError, executed: boolean): ClientError {
  const causes = causesOf(error);
  const cause = causes.at(-1);
  const database = databaseFailure(cause);
  const code = codeOf(error, database, executed);
  const entry = catalogue[code];
  const argument = error.extensions['argument'];
  const extensions = typeof argument === 'string' && entry.precise ? { code, argument } : { code };
  const message = entry.precise ? withoutValue(error.message) : entry.message;
  const { locations, path } = error;
  return {
    code,
    cause,
    database,
    loader: causes.find((one) => one instanceof LoaderError) ?? null,
    formatted: { message, ...(locations && { locations }), ...(path && { path }), extensions },
  };
}

function codeOf(
  { extensions }: GraphQLError,
  database: DatabaseFailure | null,
  executed: boolean,
): ErrorCode {
  if (database?.kind === 'unavailable') return 'DATABASE_UNAVAILABLE';
  if (database?.kind === 'timeout') return 'DATABASE_TIMEOUT';
  const { code } = extensions;
  if (typeof code === 'string' && Object.hasOwn(catalogue, code)) return code as ErrorCode;
  return executed ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
}

/** The error and what lies below it: what a resolver threw, and below a loader's error what its driver did. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  let cause = error;
  while (cause !== undefined && cause !== null && causes.length < 8) {
    causes.push(cause);
    cause =
      typeof cause === 'object' ? (Reflect.get(cause, 'originalError') ?? Reflect.get(cause, 'cause')) : null;
  }
  return causes;
}

/** graphql-js repeats a variable's value in its message; a person's name need not travel back and into logs. */
function withoutValue(message: string): string {
  return message.replace(/ got invalid value .*$/s, ' got a value that does not fit its type.');
}
