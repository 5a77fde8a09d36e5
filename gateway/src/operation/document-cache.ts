import { LRUCache } from 'lru-cache';

import { figures } from '../telemetry/index.ts';
import type { OperationLimits } from './operation-limits.ts';
import type { ParseDecision, ParsedDocument } from './parse-document.ts';
import { parseDocument } from './parse-document.ts';

/** Documents by their source text. */
export interface DocumentCache {
  readonly parse: (source: string) => ParseDecision;
}

/** A token's tree takes some 500 bytes of memory. So short tokens count as if they were written this long. */
const bytesPerToken = 16;

/**
 * A cache of parsed documents that holds at most so many bytes of source text, the least recently used
 * leaving first. A document of nothing but one-letter fields counts for more than its text, because its
 * tree is hundreds of times as large: a gigabyte for the text that the cache holds by default. Refusals aren't kept: nonsense must not push out what works.
 */
export function createDocumentCache(limits: OperationLimits, maximumBytes: number): DocumentCache {
  const cache = new LRUCache<string, ParsedDocument>({
    maxSize: maximumBytes,
    sizeCalculation: ({ document }, source) =>
      Math.max(1, Buffer.byteLength(source), bytesPerToken * (document.tokenCount ?? 0)),
  });
  const meter = figures.caches.documents;
  meter.watch(cache);
  const parseAndKeep = (source: string): ParseDecision => {
    const decision = parseDocument(source, limits);
    if (decision.kind === 'parsed') cache.set(source, decision.parsed);
    return decision;
  };
  return {
    parse: (source) => {
      const known = cache.get(source);
      meter.count(known !== undefined);
      return known ? { kind: 'parsed', parsed: known } : parseAndKeep(source);
    },
  };
}
