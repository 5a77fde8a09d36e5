import { LRUCache } from 'lru-cache';

import type { Caller } from '../caller.ts';

const mostCallers = 2000;

/**
 * Gives for callers of whom the same is known one and the same object, whichever request reads them: what is worked
 * out for a caller (decision tables, context tokens) is kept by the object. Everything that is known is the key, the
 * step-up included, so that nobody is taken for another or for themselves at another time.
 */
export function createCallerMemory(): (caller: Caller) => Caller {
  const known = new LRUCache<string, Caller>({ max: mostCallers });
  return (caller) => {
    const key = JSON.stringify(caller);
    const same = known.get(key);
    if (same === undefined) known.set(key, caller);
    return same ?? caller;
  };
}
