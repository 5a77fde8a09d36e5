import { failure, Failure } from '../../errors/index.ts';
import { isGraphQLResponse } from './media-type.ts';
import { parseResponse } from './parse-response.ts';
import { readText } from './read-text.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-client.ts';
import type { Exchange, Posting, Received, Transport } from './transport/index.ts';
import { AnswerTooLarge } from './transport/index.ts';

interface FetchLimits {
  readonly timeoutMilliseconds: number;
  readonly maximumAnswerDepth: number;
}

/** Asks once and reads the answer, all within the agency's time and the request's. */
export async function fetchAnswer(
  transport: Transport,
  request: SubgraphRequest,
  limits: FetchLimits,
): Promise<SubgraphAnswer> {
  const { signal, agency } = request;
  if (signal.aborted) return failed(agency, endOf(signal));
  try {
    const received = await inTime(transport.post(postingOf(request)), request, limits.timeoutMilliseconds);
    return answerOf(received, agency, limits);
  } catch (thrown) {
    return failed(agency, thrown);
  }
}

function postingOf({ query, variables, operationName, requestId }: SubgraphRequest): Posting {
  return {
    body: JSON.stringify(operationName === null ? { query, variables } : { query, variables, operationName }),
    requestId,
    isRepeatable: /^\s*(?:query\b|\{)/.test(query),
  };
}

/** A timer of its own for each fetch: signals made from others cost more than many an answer. */
async function inTime(
  exchange: Exchange,
  { agency, signal }: SubgraphRequest,
  milliseconds: number,
): Promise<Received> {
  const timer = setTimeout(() => exchange.cancel(failure('SUBGRAPH_TIMEOUT', { agency })), milliseconds);
  const onAbort = (): void => exchange.cancel(endOf(signal));
  signal.addEventListener('abort', onAbort);
  try {
    return await exchange.answer;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Why the request ended. */
function endOf({ reason }: AbortSignal): Failure {
  return reason instanceof Failure ? reason : failure('DEADLINE_EXCEEDED', { cause: reason });
}

function answerOf(
  { status, headers, body }: Received,
  agency: string,
  { maximumAnswerDepth }: FetchLimits,
): SubgraphAnswer {
  if (!isGraphQLResponse(headers) || isRedirect(status)) {
    return unusable(status, agency, `Status ${status} without a GraphQL response.`);
  }
  const read = readText(body, maximumAnswerDepth);
  const parsed = read.kind === 'read' ? parseResponse(read.text) : read;
  if (parsed.kind === 'parsed') return { kind: 'answered', data: parsed.data, errors: parsed.errors };
  return unusable(status, agency, parsed.reason);
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** An answer from a server that says it cannot serve now, or one that is no GraphQL response. */
function unusable(status: number, agency: string, cause: unknown): SubgraphAnswer {
  const isDown = status === 408 || status === 429 || status >= 500;
  const code = isDown ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ANSWER_INVALID';
  return { kind: 'failed', failure: failure(code, { agency, cause }) };
}

function failed(agency: string, cause: unknown): SubgraphAnswer {
  if (cause instanceof AnswerTooLarge) return unusable(cause.status, agency, cause);
  const code = cause instanceof Failure ? cause.code : 'SUBGRAPH_UNAVAILABLE';
  return { kind: 'failed', failure: failure(code, { agency, cause }) };
}
