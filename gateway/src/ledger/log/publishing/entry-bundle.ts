import type { LedgerEntry } from '../ledger-log.ts';

/** Entries one after the other, each with its length in 16 bits before it (C2SP tlog-tiles, log entries). */
export function encodeBundle(entries: readonly LedgerEntry[]): Buffer {
  const bundle = Buffer.allocUnsafe(entries.reduce((sum, { length }) => sum + 2 + length, 0));
  let at = 0;
  for (const entry of entries) {
    at = bundle.writeUInt16BE(entry.length, at);
    bundle.set(entry, at);
    at += entry.length;
  }
  return bundle;
}

/** Reads a bundle; null if it doesn't end where an entry does. */
export function decodeBundle(bundle: Buffer): readonly LedgerEntry[] | null {
  const entries: LedgerEntry[] = [];
  let next = 0;
  while (next + 2 <= bundle.length) {
    const start = next + 2;
    next = start + bundle.readUInt16BE(next);
    entries.push(bundle.subarray(start, next));
  }
  return next === bundle.length ? entries : null;
}
