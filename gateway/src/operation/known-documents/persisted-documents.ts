import { LRUCache } from 'lru-cache';

import { figures } from '../../telemetry/index.ts';

/** Texts that clients registered, by the hash of the text. */
export interface PersistedDocuments {
  readonly find: (hash: string) => string | undefined;
  readonly keep: (hash: string, text: string) => void;
}

/** Holds at most so many bytes of text, the least recently used leaving first; clients register it again. */
export function createPersistedDocuments(maximumBytes: number): PersistedDocuments {
  const texts = new LRUCache<string, string>({
    maxSize: maximumBytes,
    sizeCalculation: (text) => Math.max(1, Buffer.byteLength(text)),
  });
  const meter = figures.caches.persistedDocuments;
  meter.watch(texts);
  return {
    find: (hash) => {
      const text = texts.get(hash);
      meter.count(text !== undefined);
      return text;
    },
    keep: (hash, text) => void texts.set(hash, text),
  };
}
