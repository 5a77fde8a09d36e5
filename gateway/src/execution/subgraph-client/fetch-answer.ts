import { failure, Failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import { isGraphQLResponse } from './media-type.ts';
import { parseResponse } from './parse-response.ts';
import { readText } from './read-text.ts';
import type { RequestSigner } from './request-signer.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-client.ts';
import type { Exchange, Posting, Received, Transport } from './transport/index.ts';
import { AnswerTooLarge } from './transport/index.ts';

/** How one agency is asked. */
export interface AgencyLine {
  readonly agency: Agency;
  readonly transport: Transport;
  readonly signer?: RequestSigner;
  readonly timeoutMilliseconds: number;
  readonly maximumAnswerDepth: number;
}

/** Asks once and reads the answer, all within the agency's time and the request's. */
export async function fetchAnswer(line: AgencyLine, request: SubgraphRequest): Promise<SubgraphAnswer> {
  const { signal, agency } = request;
  if (signal.aborted) return failed(agency, endOf(signal));
  try {
    const exchange = line.transport.post(postingOf(line, request));
    return answerOf(await inTime(exchange, request, line.timeoutMilliseconds), agency, line);
  } catch (thrown) {
    return failed(agency, thrown);
  }
}

function postingOf({ agency, signer }: AgencyLine, request: SubgraphRequest): Posting {
  const { query, variables, operationName, requestId } = request;
  const body = JSON.stringify(
    operationName === null ? { query, variables } : { query, variables, operationName },
  );
  return {
    body,
    requestId,
    isRepeatable: /^\s*(?:query\b|\{)/.test(query),
    sign: signer && (() => signer.headersFor(request, agency, body)),
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
  { maximumAnswerDepth }: AgencyLine,
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
