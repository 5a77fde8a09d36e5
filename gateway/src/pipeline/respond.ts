import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

import type { ErrorCode, Failure } from '../errors/index.ts';
import { failure, isErrorCode, statusOf, toGraphQLError } from '../errors/index.ts';
import type { TextResult } from '../execution/index.ts';
import type { Answer } from './answer.ts';
import type { AnswerMediaType } from './incoming-request.ts';

/** What is known of a request by the time that it is answered. */
interface Asked {
  readonly mediaType: AnswerMediaType;
  /** As the answer tells it. */
  readonly operation?: string | null;
}

/**
 * The answer to an operation that was executed: 200, with whatever data there is
 * (https://graphql.github.io/graphql-over-http/draft/#sec-application-graphql-response-json). A result
 * without a data entry was never executed and has its first error's status.
 */
export function respondWithResult(result: ExecutionResult | TextResult, asked: Asked): Answer {
  if ('kind' in result) return answerWith(200, result.body, codesOf(result.errors), asked);
  const { data, errors: all, extensions } = result;
  const errors = all !== undefined && all.length > 0 ? all : undefined;
  const codes = errors === undefined ? [] : codesOf(errors);
  const status = data === undefined ? statusOf(failure(firstCode(codes))) : 200;
  return answerOf(status, { errors, data, extensions }, codes, asked);
}

/** The result as it will leave: text, if there is data; what was never executed stays as it is. */
export function writtenResult(result: ExecutionResult | TextResult): ExecutionResult | TextResult {
  if ('kind' in result || result.data === undefined) return result;
  const { data, errors: all = [], extensions } = result;
  const errors = all.length > 0 ? all : undefined;
  return {
    kind: 'text',
    body: JSON.stringify({ errors, data, extensions }),
    errors: all as TextResult['errors'],
  };
}

/**
 * The answer to a request that ended before execution. In the legacy media type a well-formed request
 * whose document fails has 200 (same draft, section application/json); refusals of another kind keep
 * their status there too.
 */
export function respondWithFailures(failures: readonly Failure[], asked: Asked): Answer {
  const [first = failure('INTERNAL_SERVER_ERROR')] = failures;
  const errors = (failures.length > 0 ? failures : [first]).map((inner) => toGraphQLError(inner));
  const isLegacy = asked.mediaType === 'application/json' && documentFailures.has(first.code);
  const status = isLegacy ? 200 : statusOf(first);
  return answerOf(status, { errors }, codesOf(errors), asked);
}

/** What the specification calls request errors: the document, the choice of operation, the variables. */
const documentFailures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** An entry of the body that is undefined isn't there: JSON has no word for it. */
function answerOf(
  status: number,
  body: { readonly [Name in keyof ExecutionResult]: unknown },
  codes: readonly string[],
  asked: Asked,
): Answer {
  return answerWith(status, JSON.stringify(body), codes, asked);
}

function answerWith(
  status: number,
  body: Answer['body'],
  codes: readonly string[],
  { mediaType, operation = null }: Asked,
): Answer {
  return { status, headers: headersOf[mediaType], body, codes, operation };
}

const headersOf: Readonly<Record<AnswerMediaType, Readonly<Record<string, string>>>> = {
  'application/graphql-response+json': {
    'content-type': 'application/graphql-response+json; charset=utf-8',
  },
  'application/json': { 'content-type': 'application/json; charset=utf-8' },
};

function codesOf(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): readonly string[] {
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  return [...new Set(codes.filter((code) => typeof code === 'string'))];
}

function firstCode([code]: readonly string[]): ErrorCode {
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}
