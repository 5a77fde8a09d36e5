import { readFile } from 'node:fs/promises';

import { isSafeAddress, readSecret } from '../authorization/index.ts';
import type { Secret } from '../authorization/index.ts';
import { ConfigurationError } from '../errors/index.ts';

/** Somebody with whom feeds are exchanged. */
export interface FeedPeer {
  readonly name: string;
  /** Where the peer answers; null for one who only asks. */
  readonly url: URL | null;
  /** Shared with this peer and nobody else; the first signs, any verifies. */
  readonly secrets: readonly [Secret, ...Secret[]];
}

const place = '--feed-peers';

/**
 * Reads the peers from a file: a JSON object, by name `{ "url": "https://…", "secret": "base64" }`. The URL is left out
 * for a peer who only asks; a list of secrets holds the one in use first.
 *
 * @throws ConfigurationError without any secret in it.
 */
export async function readFeedPeers(file: string): Promise<readonly FeedPeer[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw problem(`${file} cannot be read.`, 'Give the file that names the peers of this subgraph.');
  });
  const peers = Object.entries(objectIn(text, file)).map(([name, value]) => peerOf(name, value));
  const ids = peers.flatMap(({ secrets }) => secrets.map(({ id }) => id));
  if (new Set(ids).size < ids.length)
    throw problem('two peers have the same secret.', 'Give each one of their own.');
  return peers;
}

function objectIn(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The parser's message may quote a secret.
  }
  throw problem(`${file} is no JSON object.`, 'Write { "residents": { "url": "…", "secret": "…" } }.');
}

function peerOf(name: string, value: unknown): FeedPeer {
  const { url, secret } = (value ?? {}) as { readonly url?: unknown; readonly secret?: unknown };
  const texts = (Array.isArray(secret) ? secret : [secret]).filter((one) => typeof one === 'string');
  const [first, ...rest] = texts.map(readSecret);
  if (first === undefined)
    throw problem(`${name} has no secret.`, 'Share base64 of 32 bytes with this peer.');
  return { name, url: url === undefined ? null : addressOf(name, url), secrets: [first, ...rest] };
}

function addressOf(name: string, url: unknown): URL {
  const address = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
  if (address !== null && isSafeAddress(address)) return address;
  throw problem(`the url of ${name} is no https address.`, 'Give one; http is for this machine only.');
}

function problem(message: string, remedy: string): ConfigurationError {
  return new ConfigurationError({ place, message, remedy });
}
