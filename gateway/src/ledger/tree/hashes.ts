import { hash } from 'node:crypto';

/** Length of a hash of the tree: SHA-256. */
export const hashLength = 32;

/** Root of the tree without leaves (RFC 6962, section 2.1). */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer');

const longestLeaf = 65_536;
const leafInput = Buffer.alloc(longestLeaf);
const nodeInput = Buffer.alloc(1 + 2 * hashLength);
nodeInput[0] = 1;

/** Hash of a leaf (RFC 6962, section 2.1) of at most 65,535 bytes, written at the place. */
export function writeLeafHash(entry: Uint8Array, target: Buffer, at: number): void {
  leafInput.set(entry, 1);
  // As text of one byte a character it costs half of what a new buffer does.
  target.write(hash('sha256', leafInput.subarray(0, 1 + entry.length), 'binary'), at, 'latin1');
}

/** Hash of a leaf (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  const leaf = Buffer.allocUnsafe(hashLength);
  writeLeafHash(entry, leaf, 0);
  return leaf;
}

/** Hash of two neighbours that stand one after the other in `source`, written at the place, which may be there too. */
function writeNodeHash(source: Buffer, from: number, target: Buffer, at: number): void {
  source.copy(nodeInput, 1, from, from + 2 * hashLength);
  target.write(hash('sha256', nodeInput, 'binary'), at, 'latin1');
}

/** Hash of a node (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashLength);
  return hash('sha256', nodeInput, 'buffer');
}

/** Root over neighbouring hashes of one height, whose number is a power of two. */
export function perfectRoot(hashes: Uint8Array): Buffer {
  const level = Buffer.from(hashes);
  for (let count = hashes.length / hashLength; count > 1; count /= 2) {
    for (let index = 0; index < count / 2; index += 1)
      writeNodeHash(level, index * 2 * hashLength, level, index * hashLength);
  }
  return level.subarray(0, hashLength);
}
