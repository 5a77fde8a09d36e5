import { LRUCache } from 'lru-cache';

import type { OperationLimits } from './operation-limits.ts';
import type { ParseDecision, ParsedDocument } from './parse-document.ts';
import { parseDocument } from './parse-document.ts';

/** Documents by their source text. */
export interface DocumentCache {
  readonly parse: (source: string) => ParseDecision;
}

/**
 * A cache of parsed documents that holds at most so many bytes of source text, the least recently used
 * leaving first. Refusals aren't kept: nonsense must not push out what works.
 */
export function createDocumentCache(limits: OperationLimits, maximumBytes: number): DocumentCache {
  const cache = new LRUCache<string, ParsedDocument>({
    maxSize: maximumBytes,
    sizeCalculation: (_, source) => Math.max(1, Buffer.byteLength(source)),
  });
  const parseAndKeep = (source: string): ParseDecision => {
    const decision = parseDocument(source, limits);
    if (decision.kind === 'parsed') cache.set(source, decision.parsed);
    return decision;
  };
  return {
    parse: (source) => {
      const known = cache.get(source);
      return known ? { kind: 'parsed', parsed: known } : parseAndKeep(source);
    },
  };
}
