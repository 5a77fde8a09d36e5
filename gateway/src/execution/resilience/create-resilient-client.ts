import { failure } from '../../errors/index.ts';
import type {
  AnswerReader,
  Deliver,
  FailedFetch,
  SubgraphClient,
  WrittenRequest,
} from '../subgraph-client/index.ts';
import { writtenRequest } from '../subgraph-client/index.ts';
import { AgencyGuard } from './agency-guard.ts';
import { askWithRetry } from './ask-with-retry.ts';
import { isFailed } from './failure-kinds.ts';
import type { ResilienceOptions } from './resilience-options.ts';

/**
 * A client that keeps one agency's trouble from becoming everybody's.
 *
 * 1. Nothing is asked when the request's time is over; what its end cuts off is SUBGRAPH_TIMEOUT.
 * 2. An agency that fails again and again is left alone for a while, and one fetch tries it after that.
 * 3. An agency that is slow holds no more than its share of fetches.
 * 4. A query that met a passing failure is asked once more.
 *
 * What it cannot ask is SUBGRAPH_UNAVAILABLE at once.
 */
export function createResilientClient(client: SubgraphClient, options: ResilienceOptions): SubgraphClient {
  const guards = new Map(options.agencies.map(({ name }) => [name, new AgencyGuard(name, options)]));
  const ask: SubgraphClient['ask'] = (request, read, deliver) => {
    const guard = guards.get(request.agency);
    if (guard === undefined || request.signal.aborted) {
      return client.ask(request, read, (answer) => deliver(withinTime(request.agency, answer)));
    }
    return askGuarded({ client, guard, request, read, deliver });
  };
  return {
    ask,
    read: client.read,
    fetch: (request) => new Promise((resolve) => ask(writtenRequest(request), client.read, resolve)),
    close: () => client.close(),
  };
}

interface Asking<Answer extends { readonly kind: string }> {
  readonly client: SubgraphClient;
  readonly guard: AgencyGuard;
  readonly request: WrittenRequest;
  readonly read: AnswerReader<Answer>;
  readonly deliver: Deliver<Answer>;
}

/** An agency that is well is asked without further ado; everything else is for when it fails. */
function askGuarded<Answer extends { readonly kind: string }>(asking: Asking<Answer>): void {
  const { client, guard, request, read, deliver } = asking;
  if (!guard.enterFreely()) return askWithCare(asking);
  return client.ask(request, read, (answer) => {
    if (isFailed(answer)) return goOnWithCare(asking, answer);
    guard.leave();
    return deliver(answer);
  });
}

function askWithCare<Answer extends { readonly kind: string }>(asking: Asking<Answer>): void {
  const { guard, request } = asking;
  settle(
    asking,
    guard.admit(() => askWithRetry(request, () => guard.ask(() => askOnce(asking)))),
  );
}

/** The same from where the first answer is there. */
function goOnWithCare<Answer extends { readonly kind: string }>(
  asking: Asking<Answer>,
  first: FailedFetch,
): void {
  const { guard, request } = asking;
  let isFirst = true;
  const ask = async (): Promise<Answer | FailedFetch> => {
    if (!isFirst) return guard.ask(() => askOnce(asking));
    isFirst = false;
    return guard.judge<Answer>(first);
  };
  settle(
    asking,
    guard.remain(() => askWithRetry(request, ask)),
  );
}

function askOnce<Answer extends { readonly kind: string }>({
  client,
  request,
  read,
}: Asking<Answer>): Promise<Answer | FailedFetch> {
  return new Promise((resolve) => client.ask(request, read, resolve));
}

function settle<Answer extends { readonly kind: string }>(
  { request: { agency }, deliver }: Asking<Answer>,
  asked: Promise<Answer | FailedFetch>,
): void {
  void asked.then((answer) => deliver(withinTime(agency, answer)));
}

/** To the reader of an answer it is the agency that did not answer in time, whoever's time it was. */
function withinTime<Answer extends { readonly kind: string }>(
  agency: string,
  answer: Answer | FailedFetch,
): Answer | FailedFetch {
  if (!isFailed(answer) || answer.failure.code !== 'DEADLINE_EXCEEDED') return answer;
  return { kind: 'failed', failure: failure('SUBGRAPH_TIMEOUT', { agency, cause: answer.failure }) };
}
