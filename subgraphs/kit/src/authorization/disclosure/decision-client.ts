import { signRequest } from '../trust/index.ts';
import type { Secret } from '../trust/index.ts';

/** A question to the gateway: what is decided for these residents, under this context token. */
interface DecisionQuestion {
  readonly contextToken: string;
  readonly categories: readonly string[];
  readonly residents: readonly string[];
}

/** By category the residents for whom it is so; who stands in neither is refused. */
interface DecisionAnswer {
  readonly permitted: Readonly<Record<string, readonly string[]>>;
  readonly concealed: Readonly<Record<string, readonly string[]>>;
}

/** Asks the gateway; rejects if it gives no answer that can be used. */
export type AskGateway = (question: DecisionQuestion) => Promise<DecisionAnswer>;

interface DecisionClientOptions {
  readonly url: string;
  readonly secret: Secret;
  readonly now: () => Date;
}

const patienceMilliseconds = 2000;

/** Asks the gateway's decision endpoint, signed as the wire contract says (RFC 9421 with the shared secret). */
export function createDecisionClient({ url, secret, now }: DecisionClientOptions): AskGateway {
  const target = new URL(url).href;
  return async (question) => {
    const body = JSON.stringify(question);
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        'content-type': 'application/json',
        ...signRequest({
          label: 'subgraph',
          tag: 'resident-graph-decisions',
          target,
          body,
          secret,
          at: now(),
        }),
      },
      body,
    });
    if (!response.ok) throw new Error(`The gateway answered a question with status ${response.status}.`);
    return answerOf(await response.json());
  };
}

function answerOf(value: unknown): DecisionAnswer {
  const { permitted, concealed } = value as Partial<DecisionAnswer>;
  if (!isLists(permitted) || !isLists(concealed)) throw new TypeError('The gateway answered something else.');
  return { permitted, concealed };
}

function isLists(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
}
