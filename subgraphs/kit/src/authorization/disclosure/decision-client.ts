import { randomBytes } from 'node:crypto';

import { contentDigest, hmacOf, signatureBase } from '../trust/index.ts';
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
      headers: { 'content-type': 'application/json', ...signed(target, body, secret, now()) },
      body,
    });
    if (!response.ok) throw new Error(`The gateway answered a question with status ${response.status}.`);
    return answerOf(await response.json());
  };
}

function signed(target: string, body: string, secret: Secret, at: Date): Readonly<Record<string, string>> {
  const digest = contentDigest(body);
  const created = Math.floor(at.getTime() / 1000);
  const nonce = randomBytes(16).toString('base64url');
  const params = `("@method" "@target-uri" "content-digest");created=${created};nonce="${nonce}";keyid="${secret.id}";alg="hmac-sha256";tag="resident-graph-decisions"`;
  const base = signatureBase(
    [
      ['@method', 'POST'],
      ['@target-uri', target],
      ['content-digest', digest],
    ],
    params,
  );
  return {
    'content-digest': digest,
    'signature-input': `subgraph=${params}`,
    signature: `subgraph=:${hmacOf(base, secret.key)}:`,
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
