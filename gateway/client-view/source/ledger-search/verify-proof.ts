import type { LedgerSearchQuery } from '../../documents/operations.ts';

type Node = NonNullable<NonNullable<LedgerSearchQuery['disclosuresOfMyAgency']>['edges'][number]['node']>;

/** What the gateway gives to prove that a record is in the log. */
export type Proof = NonNullable<Node['proof']>;

/** What a signed checkpoint says (C2SP signed-note, tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Names of those who have signed besides the log. */
  readonly witnesses: readonly string[];
}

/** What came of verifying one record. */
export type Verified =
  | { readonly kind: 'proven' }
  /** There is no checkpoint of it yet. */
  | { readonly kind: 'unsigned' }
  /** Something does not fit. */
  | { readonly kind: 'refuted' }
  /** This browser can't verify Ed25519, or not here. */
  | { readonly kind: 'cannot' };

/**
 * Verifies in this browser that the hash of a record is in a tree (RFC 9162, section 2.1.3.2), and that the key signed
 * that tree's checkpoint. It shares no code with what made the proof.
 */
export async function verifyProof({
  log,
  sequence,
  proof,
}: Pick<Node, 'log' | 'sequence' | 'proof'>): Promise<Verified> {
  if (proof === null) return { kind: 'unsigned' };
  // Browsers have none for pages that came in clear text from another machine.
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle === undefined) return { kind: 'cannot' };
  try {
    const { leafHash, size, path, checkpoint, verifierKey } = proof;
    const head = readCheckpoint(checkpoint ?? '');
    const key = readKey(verifierKey ?? '');
    const isAboutIt =
      proof.sequence === sequence && head.origin === log && key.name === log && head.size === size;
    const root = await rootOf(fromHex(leafHash ?? ''), sequence ?? -1, head.size, path ?? []);
    const isIn = root !== null && base64Of(root) === head.root;
    const isSigned = await isSignedBy(checkpoint ?? '', key);
    return { kind: isAboutIt && isIn && isSigned ? 'proven' : 'refuted' };
  } catch (error) {
    return {
      kind: error instanceof DOMException && error.name === 'NotSupportedError' ? 'cannot' : 'refuted',
    };
  }
}

/** Reads a checkpoint; what isn't one reads as of nothing. */
export function readCheckpoint(note: string): Checkpoint {
  const [origin = '', size = '', root = ''] = note.split('\n');
  const witnesses = signaturesOf(note).flatMap(({ name }) => (name === origin ? [] : [name]));
  return { origin, size: Number(size), root, witnesses };
}

/** The name of a key, and the four bytes by which signatures name it, in hexadecimal. */
export function readKey(text: string): {
  readonly name: string;
  readonly id: string;
  readonly raw: Uint8Array;
} {
  const [, name = '', id = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  return { name, id, raw: fromBase64(encoded).slice(1) };
}

async function isSignedBy(note: string, { name, id, raw }: ReturnType<typeof readKey>): Promise<boolean> {
  const text = new TextEncoder().encode(note.slice(0, note.indexOf('\n\n') + 1));
  const key = await crypto.subtle.importKey('raw', bufferOf(raw), { name: 'Ed25519' }, false, ['verify']);
  const own = signaturesOf(note).filter((one) => one.name === name && one.id === id);
  const results = own.map(async ({ signature }) =>
    crypto.subtle.verify({ name: 'Ed25519' }, key, bufferOf(signature), text),
  );
  return own.length > 0 && (await Promise.all(results)).every(Boolean);
}

function signaturesOf(note: string) {
  const lines = note.slice(note.indexOf('\n\n') + 2).split('\n');
  return lines.flatMap((line) => {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (name === undefined || encoded === undefined) return [];
    const bytes = fromBase64(encoded);
    return [{ name, id: hexOf(bytes.slice(0, 4)), signature: bytes.slice(4) }];
  });
}

/** The root to which a leaf and its neighbours come; null if the path is not one of such a tree. */
async function rootOf(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly string[],
): Promise<Uint8Array | null> {
  if (index < 0 || index >= size) return null;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const encoded of path) {
    if (last === 0) return null;
    const neighbour = fromBase64(encoded);
    const isRight = node % 2 === 1 || node === last;
    // Each hash is of the one before.
    // oxlint-disable-next-line no-await-in-loop
    hash = isRight ? await nodeHash(neighbour, hash) : await nodeHash(hash, neighbour);
    if (isRight) [node, last] = withoutEvenLevels(node, last);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** Levels at which a node on the right edge has no neighbour. */
function withoutEvenLevels(node: number, last: number): [node: number, last: number] {
  let levels: [number, number] = [node, last];
  while (levels[0] % 2 === 0 && levels[0] !== 0) levels = [levels[0] / 2, Math.floor(levels[1] / 2)];
  return levels;
}

async function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const input = new Uint8Array([1, ...left, ...right]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
}

function bufferOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
