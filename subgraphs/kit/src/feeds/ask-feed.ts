import { signRequest } from '../authorization/index.ts';
import type { FeedPage } from './feed.ts';
import type { FeedPeer } from './feed-peers.ts';
import { audienceHeader, feedLabel, feedTag, isFeedAnswerOf } from './signing/index.ts';

/** Why a peer gave no page; holds nothing of what was answered. */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem';
}

const patienceMilliseconds = 10_000;
const mostCharacters = 16_000_000;

/**
 * Asks a peer for what has changed in one of its feeds.
 *
 * @throws FeedProblem if there is no answer, or none that is the peer's and a page.
 */
export async function askFeed(
  peer: FeedPeer & { readonly url: URL },
  feed: string,
  question: { readonly after: string | null; readonly most: number },
  signal: AbortSignal,
): Promise<FeedPage> {
  const target = new URL(`/feeds/${feed}`, peer.url).href;
  const body = JSON.stringify(question);
  const headers = signRequest({
    label: feedLabel,
    tag: feedTag,
    target,
    body,
    headers: [[audienceHeader, peer.name]],
    secret: peer.secrets[0],
    at: new Date(),
  });
  const { status, headers: answered, text } = await send(target, body, headers, signal);
  const answer = { status, body: text, requestSignature: headers['signature'] ?? '' };
  if (!isFeedAnswerOf(answer, answered, peer.secrets)) throw new FeedProblem(`unsigned answer ${status}`);
  if (status !== 200) throw new FeedProblem(`status ${status}`);
  return pageIn(text);
}

async function send(
  target: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  try {
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMilliseconds)]),
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, headers: response.headers, text: await textOf(response) };
  } catch (cause) {
    if (cause instanceof FeedProblem) throw cause;
    throw new FeedProblem('no answer');
  }
}

async function textOf(response: Response): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > mostCharacters) throw new FeedProblem('answer too large');
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString('utf8');
}

function pageIn(text: string): FeedPage {
  const { entries, next, more } = JSON.parse(text) as Partial<FeedPage>;
  if (Array.isArray(entries) && typeof next === 'string' && typeof more === 'boolean')
    return { entries, next, more };
  throw new FeedProblem('no page');
}
