import { describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';

import {
  checkpointText,
  cosignNote,
  formatVerifierKey,
  parseCheckpointText,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKeyOf,
  verifyNote,
} from '../../src/ledger/notes/index.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const body = { origin: 'log.example', size: 5, root: Buffer.alloc(32, 7) };
const text = checkpointText(body);

describe('notes', () => {
  test('know the verifier key of a public log by its id', () => {
    const key = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    expect(formatVerifierKey(parseVerifierKey(key))).toBe(key);
  });

  test('refuse a verifier key whose id is another', () => {
    expect(() =>
      parseVerifierKey('sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'),
    ).toThrow(TypeError);
  });

  test('are valid by the key that signed them, and by no other of its name', () => {
    const note = parseNote(`${text}\n${signNote(text, 'log.example', privateKey)}\n`);
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(note && verifyNote(note, verifierKeyOf('log.example', privateKey, 'ed25519'))).toBe('valid');
    expect(note && verifyNote(note, verifierKeyOf('log.example', other, 'ed25519'))).toBe('absent');
    const forged = note && { ...note, text: text.replace('5', '6') };
    expect(forged && verifyNote(forged, verifierKeyOf('log.example', privateKey, 'ed25519'))).toBe('invalid');
  });

  test('are cosigned with the time, which is part of what is signed', () => {
    const line = cosignNote(text, 'witness.example', privateKey, new Date(1_700_000_000_000));
    const note = parseNote(`${text}\n${line}\n`);
    const key = verifierKeyOf('witness.example', privateKey, 'cosignature');
    expect(note && verifyNote(note, key)).toBe('valid');
    const bytes = Buffer.from(note?.signatures[0]?.bytes ?? []);
    expect(bytes.readBigUInt64BE(4)).toBe(1_700_000_000n);
    bytes.writeBigUInt64BE(1_700_000_001n, 4);
    const forged = { text, signatures: [{ name: 'witness.example', bytes, line }] };
    expect(verifyNote(forged, key)).toBe('invalid');
  });

  test('say of a checkpoint what was written, and nothing of what is none', () => {
    expect(parseCheckpointText(text)).toEqual(body);
    expect(parseCheckpointText('log.example\n05\nAAAA\n')).toBeNull();
    expect(parseNote('no signature\n')).toBeNull();
  });
});
