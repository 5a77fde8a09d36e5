import type { KeyObject } from 'node:crypto';
import { createPublicKey, hash } from 'node:crypto';

/** What a key signs: notes as they are, or, as a witness, checkpoints with the time (C2SP signed-note, tlog-cosignature). */
export type SignatureType = 'ed25519' | 'cosignature';

/** A key that notes are verified with. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes by which signature lines name the key. */
  readonly id: Buffer;
  readonly type: SignatureType;
  readonly publicKey: KeyObject;
}

const typeBytes: Readonly<Record<SignatureType, number>> = { ed25519: 0x01, cosignature: 0x04 };

/** The public half of an Ed25519 key, private or public, under a name. */
export function verifierKeyOf(name: string, key: KeyObject, type: SignatureType): VerifierKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The key is no Ed25519 key.');
  if (!/^[^\s+]+$/u.test(name)) throw new TypeError('The name of a key has no space and no plus.');
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return { name, id: keyId(name, type, rawKey(publicKey)), type, publicKey };
}

/** Writes it as `<name>+<id>+<key>` (C2SP signed-note, verifier keys). */
export function formatVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  const key = Buffer.concat([Buffer.of(typeBytes[type]), rawKey(publicKey)]);
  return `${name}+${id.toString('hex')}+${key.toString('base64')}`;
}

/** @throws TypeError if it isn't a verifier key of one of the two types */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([\w+/=]+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const type = bytes[0] === typeBytes.ed25519 ? 'ed25519' : 'cosignature';
  if (bytes.length !== 33 || bytes[0] !== typeBytes[type])
    throw new TypeError('It is not a verifier key of Ed25519: <name>+<id>+<base64>.');
  const x = bytes.subarray(1).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const key = verifierKeyOf(name, publicKey, type);
  if (key.id.toString('hex') !== id)
    throw new TypeError('The id of the verifier key is not that of its key.');
  return key;
}

function rawKey(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function keyId(name: string, type: SignatureType, key: Buffer): Buffer {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(typeBytes[type]), key]);
  return hash('sha256', input, 'buffer').subarray(0, 4);
}
