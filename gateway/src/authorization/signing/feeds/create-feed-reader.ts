import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { AgencySecret } from '../agency-secrets.ts';
import { contentDigest, signatureBase } from '../http-signature.ts';

/** Part of a feed of a peer (subgraphs/kit/wire-contract). */
interface FeedPage {
  readonly entries: readonly unknown[];
  /** The cursor from which the next page begins. */
  readonly next: string;
  readonly more: boolean;
}

/** Asks for what has changed after a cursor; null begins at the beginning. Rejects without an answer that is the peer's. */
type ReadFeed = (after: string | null, signal: AbortSignal) => Promise<FeedPage>;

/** Which feed, whose, and how the two know each other. */
interface FeedReaderOptions {
  /** Of the peer, without a path. */
  readonly url: string;
  /** The peer's name. */
  readonly audience: string;
  readonly feed: string;
  /** The first signs, any verifies. */
  readonly secrets: readonly AgencySecret[];
  readonly now: () => Date;
}

const patienceMilliseconds = 10_000;
const mostEntries = 1000;
const mostBytes = 16_000_000;
const covered = '("@method" "@target-uri" "content-digest" "resident-graph-audience")';
const answerForm =
  /^feed=(\("@status" "content-digest" "signature";req\);created=\d{1,11};keyid="([0-9a-f]{16})";alg="hmac-sha256";tag="resident-graph-feed")$/;
const signatureForm = /^feed=:([\w+/]{43}=):$/;

/** Reads a feed over the signed channel: the question is signed, and so is the answer, to this very question. */
export function createFeedReader({ url, audience, feed, secrets, now }: FeedReaderOptions): ReadFeed {
  const target = new URL(`/feeds/${feed}`, url).href;
  return async (after, signal) => {
    const body = JSON.stringify({ after, most: mostEntries });
    const headers = signed({ target, body, audience, secret: firstOf(secrets), at: now() });
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMilliseconds)]),
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await textOf(response);
    if (!isAnswer({ response, text, question: headers.signature, secrets }))
      throw new Error(`The feed ${feed} gave an answer that ${audience} did not sign.`);
    if (response.status !== 200) throw new Error(`The feed ${feed} answered with status ${response.status}.`);
    return pageIn(text);
  };
}

/** An answer is read before it is known whose it is. */
async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > mostBytes) throw new Error('The feed gave an answer that is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function firstOf([secret]: readonly AgencySecret[]): AgencySecret {
  if (secret === undefined) throw new TypeError('No secret is shared with the peer.');
  return secret;
}

interface Question {
  readonly target: string;
  readonly body: string;
  readonly audience: string;
  readonly secret: AgencySecret;
  readonly at: Date;
}

function signed({ target, body, audience, secret, at }: Question) {
  const digest = contentDigest(body);
  const nonce = randomBytes(16).toString('base64url');
  const created = Math.floor(at.getTime() / 1000);
  const params = `${covered};created=${created};nonce="${nonce}";keyid="${secret.id}";alg="hmac-sha256";tag="resident-graph-feed"`;
  const base = signatureBase(
    [
      ['@method', 'POST'],
      ['@target-uri', target],
      ['content-digest', digest],
      ['resident-graph-audience', audience],
    ],
    params,
  );
  return {
    'content-digest': digest,
    'resident-graph-audience': audience,
    'signature-input': `feed=${params}`,
    signature: `feed=:${createHmac('sha256', secret.key).update(base).digest('base64')}:`,
  };
}

interface Answer {
  readonly response: Response;
  readonly text: string;
  /** The question's Signature header. */
  readonly question: string;
  readonly secrets: readonly AgencySecret[];
}

function isAnswer({ response: { status, headers }, text, question, secrets }: Answer): boolean {
  const [, params, keyid] = answerForm.exec(headers.get('signature-input') ?? '') ?? [];
  const [, signature] = signatureForm.exec(headers.get('signature') ?? '') ?? [];
  const secret = secrets.find(({ id }) => id === keyid);
  if (params === undefined || signature === undefined || secret === undefined) return false;
  const digest = contentDigest(text);
  if (headers.get('content-digest') !== digest) return false;
  const base = `"@status": ${status}\n"content-digest": ${digest}\n"signature";req: ${question}\n"@signature-params": ${params}`;
  const expected = createHmac('sha256', secret.key).update(base).digest();
  return timingSafeEqual(Buffer.from(signature, 'base64'), expected);
}

function pageIn(text: string): FeedPage {
  const { entries, next, more } = JSON.parse(text) as Partial<FeedPage>;
  if (Array.isArray(entries) && typeof next === 'string' && typeof more === 'boolean')
    return { entries, next, more };
  throw new Error('The feed answered something else.');
}
