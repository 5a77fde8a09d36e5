/**
 * A second verifier of a ledger, written from gateway/src/ledger/README.md alone: it shares no code with the gateway,
 * so that an error of one is not an error of both. It says whether all is as it was signed, and where it first is not.
 */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

interface Key {
  readonly name: string;
  readonly id: string;
  readonly isWitness: boolean;
  readonly key: KeyObject;
}

/** @throws Error that says what is wrong, of which record where one is the first */
export function verifyIndependently(folder: string, logKey: string, witnessKeys: readonly string[]) {
  const { origin, size, root, cosignatures } = readCheckpoint(
    folder,
    readKey(logKey),
    witnessKeys.map(readKey),
  );
  const leaves = readSegments(folder, origin);
  if (leaves.length < size) fail('records are missing at the end', leaves.length);
  const differing = readTiles(folder, size).findIndex((leaf, index) => !leaf.equals(leaves[index] ?? leaf));
  if (differing >= 0) fail('it is not the one that was published', differing);
  if (rootOf(leaves.slice(0, size)).toString('base64') !== root)
    fail('the tree is not the one that was signed');
  return { records: leaves.length, cosignatures };
}

function fail(why: string, record?: number): never {
  throw new Error(record === undefined ? why : `record ${record}: ${why}`);
}

function readKey(text: string): Key {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const x = bytes.subarray(1).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return { name, id, isWitness: bytes[0] === 4, key };
}

function readCheckpoint(folder: string, logKey: Key, witnesses: readonly Key[]) {
  const note = readFileSync(join(folder, 'checkpoint'), 'utf8');
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const lines = note.slice(end + 1).split('\n');
  const hasSigned = ({ name, id, isWitness, key }: Key): boolean =>
    lines.some((line) => {
      const [, signer, encoded = ''] = line.split(' ');
      const bytes = Buffer.from(encoded, 'base64');
      if (signer !== name || bytes.toString('hex', 0, 4) !== id) return false;
      if (!isWitness) return verify(null, Buffer.from(text), key, bytes.subarray(4));
      const message = `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${text}`;
      return verify(null, Buffer.from(message), key, bytes.subarray(12));
    });
  if (origin !== logKey.name || !hasSigned(logKey)) fail('the checkpoint is not signed by the log');
  return { origin, size: Number(size), root, cosignatures: witnesses.filter(hasSigned).length };
}

/** The leaf hashes of all records, in the order of the segments. */
function readSegments(folder: string, origin: string): Buffer[] {
  const leaves: Buffer[] = [];
  let chain: Buffer = Buffer.alloc(32);
  for (const name of readdirSync(join(folder, 'segments')).sort()) {
    const bytes = readFileSync(join(folder, 'segments', name));
    const header = bytes.subarray(0, 112);
    if (!sha256(header.subarray(0, 80)).equals(header.subarray(80))) fail(`${name} has another header`);
    if (!header.subarray(48, 80).equals(sha256(Buffer.from(origin)))) fail(`${name} is of another log`);
    if (Number(header.readBigUInt64BE(8)) !== leaves.length || !header.subarray(16, 48).equals(chain))
      fail(`${name} does not follow`, leaves.length);
    for (let at = 112; at < bytes.length;) {
      const frame = readFrame(bytes, at, chain, leaves.length);
      leaves.push(...frame.leaves);
      chain = frame.chain;
      at = frame.end;
    }
  }
  return leaves;
}

function readFrame(bytes: Buffer, at: number, before: Buffer, record: number) {
  const header = bytes.subarray(at, at + 36);
  if (header.length < 36 || header.readUInt32BE(0) !== 0xf5_52_47_01) fail('there is no frame', record);
  if (crc32(header.subarray(0, 32)) !== header.readUInt32BE(32)) fail('a frame header differs', record);
  const payload = bytes.subarray(at + 36, at + 36 + header.readUInt32BE(4));
  const end = at + 36 + header.readUInt32BE(4) + 32;
  if (end > bytes.length) fail('a frame is incomplete', record);
  if (crc32(payload) !== header.readUInt32BE(28)) fail('a checksum differs', record);
  if (Number(header.readBigUInt64BE(8)) !== record) fail('a frame stands at the wrong place', record);
  const leaves = readEntries(payload).map(leafOf);
  if (leaves.length !== header.readUInt32BE(24)) fail('a frame counts wrongly', record);
  const chain = sha256(before, header, ...leaves);
  if (!chain.equals(bytes.subarray(end - 32, end))) fail('the chain is broken', record);
  return { leaves, chain, end };
}

/** The leaf hashes that were published; each bundle's entries must have those of its tile. */
function readTiles(folder: string, size: number): Buffer[] {
  const leaves: Buffer[] = [];
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256);
    const hashes = readTile(folder, '0', index, width).subarray(0, width * 32);
    const entries = readEntries(readTile(folder, 'entries', index, width)).slice(0, width);
    if (!Buffer.concat(entries.map(leafOf)).equals(hashes)) fail('a bundle is not its tile', index * 256);
    for (let place = 0; place < width; place += 1) leaves.push(hashes.subarray(place * 32, place * 32 + 32));
  }
  return leaves;
}

function readTile(folder: string, level: string, index: number, width: number): Buffer {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const path = join(folder, 'tile', level, digits.replaceAll(/\d{3}(?=\d)/g, 'x$&/'));
  const found = existsSync(`${path}.p/${width}`) ? `${path}.p/${width}` : path;
  if (!existsSync(found)) fail(`${found} is missing`, index * 256);
  return readFileSync(found);
}

function readEntries(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at))
    entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  return entries;
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? sha256();
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

function leafOf(entry: Buffer): Buffer {
  return sha256(Buffer.of(0), entry);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
