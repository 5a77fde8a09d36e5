import { failure, Failure } from '../../errors/index.ts';
import type { Agency } from '../../supergraph/index.ts';
import type { FetchFigures } from '../../telemetry/index.ts';
import { abortions } from './abortions.ts';
import { isGraphQLResponse } from './media-type.ts';
import type { RequestSigner } from './request-signer.ts';
import type { AnswerReader, Deliver, FailedFetch, RefusedBody, WrittenRequest } from './subgraph-client.ts';
import type { AnswerListener, Exchange, Posting, Received, Transport } from './transport/index.ts';
import { AnswerTooLarge } from './transport/index.ts';

/** How one agency is asked. */
export interface AgencyLine {
  readonly agency: Agency;
  readonly transport: Transport;
  readonly signer?: RequestSigner;
  readonly timeoutMilliseconds: number;
  readonly figures: FetchFigures;
}

type Tagged = { readonly kind: string };

/** Asks once and reads the answer, all within the agency's time and the request's. */
export function fetchAnswer<Answer extends Tagged>(
  line: AgencyLine,
  request: WrittenRequest,
  read: AnswerReader<Answer>,
  deliver: Deliver<Answer>,
): void {
  const { signal, agency } = request;
  if (signal.aborted) return deliver(failed(agency, endOf(signal)));
  return new SingleFetch(line, request, read, deliver).begin();
}

/** One fetch with its end by time or by its request's end, whichever comes first. */
class SingleFetch<Answer extends Tagged> implements AnswerListener {
  readonly #line: AgencyLine;
  readonly #request: WrittenRequest;
  readonly #read: AnswerReader<Answer>;
  readonly #deliver: Deliver<Answer>;
  #exchange: Exchange | undefined;
  #timer: NodeJS.Timeout | undefined;
  #begun = 0;

  constructor(
    line: AgencyLine,
    request: WrittenRequest,
    read: AnswerReader<Answer>,
    deliver: Deliver<Answer>,
  ) {
    this.#line = line;
    this.#request = request;
    this.#read = read;
    this.#deliver = deliver;
  }

  begin(): void {
    const { transport, timeoutMilliseconds } = this.#line;
    this.#begun = performance.now();
    this.#timer = setTimeout(this.#onTimeout, timeoutMilliseconds);
    abortions.add(this.#request.signal, this);
    try {
      this.#exchange = transport.post(postingOf(this.#line, this.#request), this);
    } catch (thrown) {
      this.onFailure(thrown as Error);
    }
  }

  onAnswer(received: Received): void {
    this.#settle(answerOf(received, this.#request.agency, this.#read));
  }

  onFailure(reason: Error): void {
    this.#settle(failed(this.#request.agency, reason));
  }

  onAbort(): void {
    this.#exchange?.cancel(endOf(this.#request.signal));
  }

  readonly #onTimeout = (): void => {
    this.#exchange?.cancel(failure('SUBGRAPH_TIMEOUT', { agency: this.#request.agency }));
  };

  #settle(outcome: Answer | FailedFetch): void {
    clearTimeout(this.#timer);
    abortions.remove(this.#request.signal, this);
    const { outcomes, times } = this.#line.figures;
    outcomes.add(isFailed(outcome) ? outcome.failure.code : 'OK');
    times.add(performance.now() - this.#begun);
    this.#deliver(outcome);
  }
}

function isFailed(answer: Tagged): answer is FailedFetch {
  return answer.kind === 'failed';
}

function postingOf({ agency, signer }: AgencyLine, request: WrittenRequest): Posting {
  const { query, body, requestId } = request;
  const isRepeatable = /^\s*(?:query\b|\{)/.test(query);
  return { body, requestId, isRepeatable, sign: signer && (() => signer.headersFor(request, agency, body)) };
}

/** Why the request ended. */
function endOf({ reason }: AbortSignal): Failure {
  return reason instanceof Failure ? reason : failure('DEADLINE_EXCEEDED', { cause: reason });
}

function answerOf<Answer extends Tagged>(
  { status, headers, body }: Received,
  agency: string,
  read: AnswerReader<Answer>,
): Answer | FailedFetch {
  if (!isGraphQLResponse(headers) || isRedirect(status)) {
    return unusable(status, agency, `Status ${status} without a GraphQL response.`);
  }
  const answer = read(body);
  if (!isRefused(answer)) return answer;
  return unusable(status, agency, answer.reason);
}

function isRefused(answer: Tagged): answer is RefusedBody {
  return answer.kind === 'refused';
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** An answer from a server that says it cannot serve now, or one that is no GraphQL response. */
function unusable(status: number, agency: string, cause: unknown): FailedFetch {
  const isDown = status === 408 || status === 429 || status >= 500;
  const code = isDown ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ANSWER_INVALID';
  return { kind: 'failed', failure: failure(code, { agency, cause }) };
}

function failed(agency: string, cause: unknown): FailedFetch {
  if (cause instanceof AnswerTooLarge) return unusable(cause.status, agency, cause);
  const code = cause instanceof Failure ? cause.code : 'SUBGRAPH_UNAVAILABLE';
  return { kind: 'failed', failure: failure(code, { agency, cause }) };
}
