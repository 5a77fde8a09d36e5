import type { KeyObject } from 'node:crypto';
import { sign, verify } from 'node:crypto';

import type { VerifierKey } from './verifier-key.ts';
import { verifierKeyOf } from './verifier-key.ts';

/** A text with signatures (C2SP signed-note). */
export interface SignedNote {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** The key's id and the signature. */
  readonly bytes: Buffer;
  /** As it stands in the note, without its newline. */
  readonly line: string;
}

const maximumSignatures = 32;

/** Reads a note, without verifying it; null if it isn't one. */
export function parseNote(note: string): SignedNote | null {
  const end = note.lastIndexOf('\n\n');
  // oxlint-disable-next-line no-control-regex -- what a note must not hold
  if (end < 0 || !note.endsWith('\n') || /[\0-\u0009\u000B-\u001F]/u.test(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  if (signatures.length > maximumSignatures || signatures.includes(null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures.filter((one) => one !== null) };
}

/** Reads one signature line; null if it isn't one. */
export function parseSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  return name === '' || bytes.length <= 4 ? null : { name, bytes, line };
}

/** Signs a text as the log itself does. */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  const { id } = verifierKeyOf(name, privateKey, 'ed25519');
  return signatureLine(name, Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]));
}

/** Signs a checkpoint as a witness that has seen it at the time (C2SP tlog-cosignature, cosignature/v1). */
export function cosignNote(text: string, name: string, privateKey: KeyObject, at: Date): string {
  const { id } = verifierKeyOf(name, privateKey, 'cosignature');
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const signature = sign(null, cosignedMessage(text, seconds), privateKey);
  return signatureLine(name, Buffer.concat([id, time, signature]));
}

/** `absent` if the key has not signed; a signature that names the key and is not its own makes it `invalid`. */
export type NoteVerification = 'valid' | 'absent' | 'invalid';

/** Whether the key has signed the note. */
export function verifyNote({ text, signatures }: SignedNote, key: VerifierKey): NoteVerification {
  const own = signatures.filter(
    ({ name, bytes }) => name === key.name && bytes.subarray(0, 4).equals(key.id),
  );
  if (own.length === 0) return 'absent';
  return own.every(({ bytes }) => isSignedBy(text, bytes.subarray(4), key)) ? 'valid' : 'invalid';
}

function isSignedBy(text: string, signature: Buffer, { type, publicKey }: VerifierKey): boolean {
  if (type === 'ed25519') return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length !== 72) return false;
  const message = cosignedMessage(text, signature.readBigUInt64BE());
  return verify(null, message, publicKey, signature.subarray(8));
}

function cosignedMessage(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function signatureLine(name: string, bytes: Buffer): string {
  return `— ${name} ${bytes.toString('base64')}`;
}
