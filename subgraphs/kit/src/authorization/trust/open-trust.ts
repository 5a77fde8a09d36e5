import { ConfigurationError } from '../../errors/index.ts';
import { checkedClockSkew } from './checked-clock-skew.ts';
import { createContextTokenReader } from './context-token.ts';
import { createEpochMemory } from './epoch-memory.ts';
import { openGatewayKeys } from './gateway-keys.ts';
import type { SignatureAlgorithm } from './http-signature.ts';
import { createNonceWindow } from './nonce-window.ts';
import { oldestSignature, verifyRequest } from './request-verifier.ts';
import type { ArrivedRequest, Verification, VerifierParts } from './request-verifier.ts';
import { readSecret } from './secret.ts';
import type { Secret } from './secret.ts';

/** How a subgraph knows the gateway. */
export interface GatewayTrust {
  /** The gateway's public keys (RFC 7517): a file, or an address as in https://gateway.example/.well-known/jwks.json. */
  readonly keys: string;
  /** The secrets that are shared with the gateway, each base64 of at least 32 bytes: the one in use first. */
  readonly secrets: readonly string[];
  /** Where the gateway answers questions about residents; without it nobody is asked and what is open is withheld. */
  readonly decisionsUrl?: string | undefined;
  /** The address under which the gateway asks this subgraph, if it isn't the Host header's by http. */
  readonly publicUrl?: string | undefined;
  /** By how much clocks may differ; 5 seconds by default, 30 at most. */
  readonly clockSkewSeconds?: number | undefined;
  /** How requests are signed; with the secret by default. */
  readonly signatures?: SignatureAlgorithm | undefined;
  /** The time; the machine's by default. */
  readonly now?: () => Date;
}

/** Tells the gateway's requests from all others. */
export interface Trust {
  /** @param target - the request's host and path with query, as they came */
  readonly verify: (
    request: Omit<ArrivedRequest, 'targetUri'>,
    target: { readonly host: string; readonly path: string },
  ) => Promise<Verification>;
  /** What questions to the gateway are signed with. */
  readonly secret: Secret;
  readonly decisionsUrl: string | null;
  readonly now: () => Date;
}

const mostNonces = 1_000_000;

/** @throws ConfigurationError with the place and the remedy, if keys or secrets are of no use. */
export async function openTrust(agency: string, options: GatewayTrust): Promise<Trust> {
  const { now = () => new Date(), publicUrl, signatures = 'hmac-sha256' } = options;
  const clockSkewSeconds = checkedClockSkew(options.clockSkewSeconds);
  const secrets = options.secrets.map(readSecret);
  const [secret] = secrets;
  if (secret === undefined) throw noSecret();
  const keys = await openGatewayKeys(options.keys, () => now().getTime());
  const byId = new Map(secrets.map(({ id, key }) => [id, key]));
  const parts: VerifierParts = {
    algorithm: signatures,
    keyOf: (id) => (signatures === 'ed25519' ? keys.get(id) : byId.get(id)),
    refresh: async () => (signatures === 'ed25519' ? keys.refresh() : undefined),
    tokens: createContextTokenReader(agency, keys, clockSkewSeconds),
    nonces: createNonceWindow(oldestSignature + clockSkewSeconds, mostNonces),
    epochs: createEpochMemory(),
    clockSkewSeconds,
    now,
  };
  const origin = publicUrl === undefined ? null : new URL(publicUrl).origin;
  return {
    verify: (request, { host, path }) =>
      verifyRequest({ ...request, targetUri: `${origin ?? `http://${host}`}${path}` }, parts),
    secret,
    decisionsUrl: options.decisionsUrl ?? null,
    now,
  };
}

function noSecret(): ConfigurationError {
  return new ConfigurationError({
    place: '--gateway-secret-file',
    message: 'no secret is shared with the gateway.',
    remedy: 'Give the one that the gateway has for this agency, in a file or as GATEWAY_SECRET.',
  });
}
