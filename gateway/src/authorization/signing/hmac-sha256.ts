import type { KeyObject } from 'node:crypto';
import { hash } from 'node:crypto';

/** Bytes of a block of SHA-256, and of what it gives. */
const block = 64;
const digest = 32;
const firstBytes = 4096;

/**
 * HMAC-SHA-256 (RFC 2104) with one key, in base64, of texts in ASCII, one behind the other.
 *
 * Made of two one-shot hashes: an Hmac of node:crypto is an object outside the heap for every text, and making it and
 * collecting it costs more than the hashing does. For the same reason the texts aren't made one first.
 */
export function hmacSha256(key: KeyObject): (texts: readonly string[]) => string {
  const padded = paddedKey(key);
  const outer = Buffer.concat([masked(padded, 0x5c), Buffer.alloc(digest)]);
  let inner = innerOf(padded, firstBytes);
  return (texts) => {
    let end = block;
    for (const { length } of texts) end += length;
    if (end > inner.length) inner = innerOf(padded, 2 * end);
    let at = block;
    for (const text of texts) at += inner.write(text, at, 'latin1');
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), block, 'latin1');
    return hash('sha256', outer, 'base64');
  };
}

/** A key longer than a block counts by its hash. */
function paddedKey(key: KeyObject): Buffer {
  const bytes = key.export();
  const padded = Buffer.alloc(block);
  (bytes.length > block ? hash('sha256', bytes, 'buffer') : bytes).copy(padded);
  return padded;
}

/** The key's block, with room for so many bytes behind it. */
function innerOf(padded: Buffer, bytes: number): Buffer {
  return Buffer.concat([masked(padded, 0x36), Buffer.alloc(bytes)]);
}

function masked(padded: Buffer, mask: number): Buffer {
  return Buffer.from(padded.map((byte) => byte ^ mask));
}
