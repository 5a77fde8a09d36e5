import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { ConfigurationError } from '../../errors/index.ts';
import { isSafeAddress } from './is-safe-address.ts';

/** The gateway's public keys. */
export interface GatewayKeys {
  /** The key of an id as last read; what is asked for and isn't known may be known after `refresh`. */
  readonly get: (id: string) => KeyObject | undefined;
  /** Reads the keys again, unless that was tried within the last two seconds. Never rejects: the old ones stay. */
  readonly refresh: () => Promise<void>;
}

/** How old the keys may become before they are read again, so that one that was taken away ends. */
const refreshAfterMilliseconds = 60_000;
const leastMillisecondsBetween = 2000;

/**
 * Reads a JSON Web Key Set (RFC 7517) of Ed25519 keys from a file, or an address: https, or http on this machine. An
 * address that doesn't answer yet is asked again when a key is needed, as the gateway may start after its agencies.
 *
 * @throws ConfigurationError if a file can't be read now, or if the address isn't safe.
 */
export async function openGatewayKeys(source: string, now: () => number): Promise<GatewayKeys> {
  const isAddress = /^https?:/.test(source);
  const read = isAddress ? addressReader(new URL(source)) : async () => readFile(source, 'utf8');
  let keys = isAddress ? await orNone(read) : await fromFile(read, source);
  let [readAt, triedAt] = [now(), keys.size === 0 ? -Infinity : now()];
  const refresh = async (): Promise<void> => {
    if (now() - triedAt < leastMillisecondsBetween) return;
    triedAt = now();
    try {
      keys = keysOf(await read());
      readAt = now();
    } catch {
      // The keys that are known stay in force; a gateway that restarts must not close every agency.
    }
  };
  return {
    get: (id) => {
      if (now() - readAt > refreshAfterMilliseconds) void refresh();
      return keys.get(id);
    },
    refresh,
  };
}

type Read = () => Promise<string>;

function addressReader(url: URL): Read {
  if (!isSafeAddress(url)) {
    throw problem('keys that travel in clear text can be exchanged on the way.', 'Give an https address.');
  }
  return async () => {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.text();
  };
}

async function orNone(read: Read): Promise<ReadonlyMap<string, KeyObject>> {
  try {
    return keysOf(await read());
  } catch {
    return new Map();
  }
}

async function fromFile(read: Read, file: string): Promise<ReadonlyMap<string, KeyObject>> {
  try {
    return keysOf(await read());
  } catch {
    throw problem(
      `no Ed25519 keys can be read from ${file}.`,
      "Give a copy of the gateway's /.well-known/jwks.json.",
    );
  }
}

/** Everything but a public Ed25519 key with an id is passed over; a set of nothing else is none. */
function keysOf(text: string): ReadonlyMap<string, KeyObject> {
  const { keys } = JSON.parse(text) as { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  const usable = keys.filter(
    ({ kty, crv, kid, d }) =>
      kty === 'OKP' && crv === 'Ed25519' && typeof kid === 'string' && d === undefined,
  );
  if (usable.length === 0) throw new Error('no usable key');
  return new Map(
    usable.map(({ kid, x }) => [
      String(kid),
      createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: String(x) }, format: 'jwk' }),
    ]),
  );
}

function problem(message: string, remedy: string): ConfigurationError {
  return new ConfigurationError({ place: '--gateway-keys', message, remedy });
}
