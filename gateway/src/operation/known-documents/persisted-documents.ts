import { LRUCache } from 'lru-cache';

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
  return { find: (hash) => texts.get(hash), keep: (hash, text) => void texts.set(hash, text) };
}
