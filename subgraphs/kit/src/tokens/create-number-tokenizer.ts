import { createCipheriv } from 'node:crypto';

/**
 * What stands for a Social Security number: keyed hashes, from which nobody without the key learns a digit, and
 * which still tell equal numbers, numbers one slip of the pen apart, numbers with the same last four digits, and
 * numbers that follow one another (twins, whose parents applied for both on one day).
 */
export interface NumberTokens {
  /** Of the whole number; null where only the last four digits are known. */
  readonly number: string | null;
  readonly lastFour: string;
  /** Of the number that is greater by one; null with `number`. */
  readonly successor: string | null;
  /** Of the number without its first digit, without its second, and so on; empty with `number`. */
  readonly deletions: readonly number[];
}

/** Null for what is no number: placeholders, repeated and ascending digits, and fewer than four digits. */
export type NumberTokenizer = (digits: string) => NumberTokens | null;

const blockBytes = 16;
const wholeLength = 5;

/** Digits kept in one block, after the mark of what they are. */
const mostDigits = 12;

/** Numbers that were printed on sample cards or are typed to satisfy a form (SSA, POMS RM 10201.035). */
const placeholders = /^(\d)\1+$|^0+$|^123456789?$|^987654321$|^078051120$|^219099999$/;

/**
 * A tokenizer under a secret key of 32 bytes.
 *
 * Each token is AES-CMAC (RFC 4493, NIST SP 800-38B) over one full block, cut to 64 bits (deletions to 32). All
 * tokens of a number go through the cipher in one call, which is what makes millions of records cheap.
 *
 * @throws RangeError for a key of another length.
 */
export function createNumberTokenizer(key: Uint8Array): NumberTokenizer {
  if (key.length !== 32) throw new RangeError('The key of the tokens has 32 bytes.');
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const subkey = doubled(cipher.update(Buffer.alloc(blockBytes)));
  return (text) => {
    const digits = text.replaceAll(/\D/g, '');
    if (digits.length < 4 || digits.length > mostDigits || placeholders.test(digits)) return null;
    const messages = messagesOf(digits);
    const blocks = Buffer.alloc(messages.length * blockBytes);
    messages.forEach((message, index) => blocks.write(message, index * blockBytes, 'latin1'));
    for (let at = 0; at < blocks.length; at += 1) {
      blocks[at] = (blocks[at] ?? 0) ^ (subkey[at % blockBytes] ?? 0);
    }
    return tokensOf(cipher.update(blocks), digits.length);
  };
}

/** The subkey K1 of CMAC: the encrypted zero block doubled in GF(2^128). */
function doubled(block: Buffer): Buffer {
  const shifted = Buffer.from(block.map((byte, at) => (byte << 1) | ((block[at + 1] ?? 0) >>> 7)));
  if (((block[0] ?? 0) & 0x80) !== 0) shifted[15] = (shifted[15] ?? 0) ^ 0x87;
  return shifted;
}

function messagesOf(digits: string): readonly string[] {
  const lastFour = `4:${digits.slice(-4)}`;
  if (digits.length < wholeLength) return [lastFour];
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  const without = digits.split('').map((_, at) => `d:${digits.slice(0, at)}${digits.slice(at + 1)}`);
  return [lastFour, `n:${digits}`, `n:${next}`, ...without];
}

function tokensOf(macs: Buffer, length: number): NumberTokens {
  const token = (index: number): string =>
    macs.toString('latin1', index * blockBytes, index * blockBytes + 8);
  if (length < wholeLength) return { number: null, lastFour: token(0), successor: null, deletions: [] };
  const deletions = Array.from({ length }, (_, at) => macs.readUInt32LE((at + 3) * blockBytes));
  return { number: token(1), lastFour: token(0), successor: token(2), deletions };
}
