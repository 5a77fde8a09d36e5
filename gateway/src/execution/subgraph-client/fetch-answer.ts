import type { Dispatcher, Pool } from 'undici';

import type { ErrorCode } from '../../errors/index.ts';
import { failure, Failure } from '../../errors/index.ts';
import { isGraphQLResponse } from './media-type.ts';
import { parseResponse } from './parse-response.ts';
import type { AnswerBounds } from './read-body.ts';
import { readBody } from './read-body.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-client.ts';

/** Where an agency is asked. */
export interface Endpoint {
  readonly pool: Pool;
  readonly path: string;
}

interface FetchLimits extends AnswerBounds {
  readonly timeoutMilliseconds: number;
}

/** Asks once and reads the answer, all within one deadline. */
export async function fetchAnswer(
  endpoint: Endpoint,
  request: SubgraphRequest,
  limits: FetchLimits,
): Promise<SubgraphAnswer> {
  const deadline = AbortSignal.timeout(limits.timeoutMilliseconds);
  const signal = AbortSignal.any([request.signal, deadline]);
  try {
    const response = await post(endpoint, request, signal);
    return await answerOf(response, request.agency, limits);
  } catch (cause) {
    return failed(codeOf(request.signal, deadline), request.agency, cause);
  }
}

function post(
  { pool, path }: Endpoint,
  request: SubgraphRequest,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const { query, variables, operationName } = request;
  return pool.request({
    method: 'POST',
    path,
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'x-request-id': request.requestId,
    },
    body: JSON.stringify({ query, variables, ...(operationName !== null && { operationName }) }),
  });
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  agency: string,
  bounds: AnswerBounds,
): Promise<SubgraphAnswer> {
  if (!isGraphQLResponse(headers) || isRedirect(statusCode)) {
    body.on('error', () => undefined).destroy();
    const code = isDown(statusCode) ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ANSWER_INVALID';
    return failed(code, agency, `Status ${statusCode} without a GraphQL response.`);
  }
  const read = await readBody(body, bounds);
  const parsed = read.kind === 'read' ? parseResponse(read.text) : read;
  if (parsed.kind === 'parsed') return { kind: 'answered', data: parsed.data, errors: parsed.errors };
  return failed(
    isDown(statusCode) ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ANSWER_INVALID',
    agency,
    parsed.reason,
  );
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** Statuses with which a server or what stands before it says that it cannot serve now. */
function isDown(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function codeOf(client: AbortSignal, deadline: AbortSignal): ErrorCode {
  if (deadline.aborted) return 'SUBGRAPH_TIMEOUT';
  if (!client.aborted) return 'SUBGRAPH_UNAVAILABLE';
  return client.reason instanceof Failure ? client.reason.code : 'DEADLINE_EXCEEDED';
}

function failed(code: ErrorCode, agency: string, cause: unknown): SubgraphAnswer {
  return { kind: 'failed', failure: failure(code, { agency, cause }) };
}
