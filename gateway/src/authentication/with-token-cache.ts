import { LRUCache } from 'lru-cache';

import { figures } from '../telemetry/index.ts';
import type { TokenDecision, TokenVerifier } from './token-verifier.ts';

/** A minute: how long a token stays good after the identity provider's keys no longer vouch for it. */
const longestMilliseconds = 60_000;

/**
 * Remembers verified tokens by their whole text, each until it expires and at most a minute; the least
 * recently used leaves first. Refusals aren't remembered: they cost no more than verifying, and a key may
 * be on its way.
 */
export function withTokenCache(verify: TokenVerifier, size: number, now: () => Date): TokenVerifier {
  const clock = { now: () => now().getTime() };
  const known = new LRUCache<string, TokenDecision>({
    max: size,
    ttl: longestMilliseconds,
    ttlResolution: 0,
    perf: clock,
  });
  const meter = figures.caches.tokens;
  meter.watch(known);
  return async (token) => {
    const remembered = known.get(token);
    meter.count(remembered !== undefined);
    if (remembered !== undefined) return remembered;
    const decision = await verify(token);
    const ttl = decision.kind === 'verified' ? decision.expiresAt.getTime() - now().getTime() : 0;
    if (ttl > 0) known.set(token, decision, { ttl: Math.min(ttl, longestMilliseconds) });
    return decision;
  };
}
