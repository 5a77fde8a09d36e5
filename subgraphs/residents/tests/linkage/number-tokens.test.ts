import { createCipheriv } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import {
  RecordTable,
  createNumberTokenizer,
  emptyRecord,
  personComparisons,
} from '../../src/linkage/index.ts';

const tokenize = createNumberTokenizer(new Uint8Array(32).fill(1));

describe('tokens of a Social Security number', () => {
  it('tell how two numbers agree, without the numbers', () => {
    expect(levelOf('912345678', '912345678')).toBe('exact');
    expect(levelOf('912345678', '912345679')).toBe('consecutive');
    expect(levelOf('912345678', '912845678')).toBe('one edit');
    expect(levelOf('912345678', '913245678')).toBe('one edit');
    expect(levelOf('912345678', '5678')).toBe('last four');
    expect(levelOf('912345678', '5679')).toBe('other last four');
    expect(levelOf('912345678', '987651234')).toBe('different');
  });

  it('find every single slip of the pen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900_000_000, max: 998_999_999 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const digits = String(number);
          const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
          expect(['one edit', 'consecutive']).toContain(levelOf(digits, wrong));
        },
      ),
    );
  });

  it('are nothing for placeholders', () => {
    for (const digits of ['000000000', '999999999', '123456789', '078-05-1120', '12'])
      expect(tokenize(digits)).toBeNull();
  });

  it('differ under another key', () => {
    const other = createNumberTokenizer(new Uint8Array(32).fill(2));
    expect(other('912345678')?.number).not.toBe(tokenize('912345678')?.number);
  });

  it('are AES-CMAC of one block', () => {
    const cipher = createCipheriv('aes-256-ecb', new Uint8Array(32).fill(1), null).setAutoPadding(false);
    const zero = cipher.update(Buffer.alloc(16));
    const carry = (zero[0]! & 0x80) === 0 ? 0n : 0x87n;
    const subkey = ((BigInt(`0x${zero.toString('hex')}`) << 1n) & ((1n << 128n) - 1n)) ^ carry;
    const message = Buffer.alloc(16);
    message.write('n:912345678');
    const block = BigInt(`0x${message.toString('hex')}`) ^ subkey;
    const mac = cipher.update(Buffer.from(block.toString(16).padStart(32, '0'), 'hex'));
    expect(tokenize('912345678')?.number).toBe(mac.toString('latin1', 0, 8));
  });
});

function levelOf(one: string, other: string): string | undefined {
  const table = new RecordTable();
  for (const digits of [one, other]) table.add({ ...emptyRecord, socialSecurityNumber: tokenize(digits) });
  const comparison = personComparisons.find(({ name }) => name === 'socialSecurityNumber');
  return comparison?.levels[comparison.bind(table)(0, 1)];
}
