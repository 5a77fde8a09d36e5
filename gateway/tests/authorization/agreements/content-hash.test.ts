import { describe, expect, test } from '@jest/globals';
import { assert, jsonValue, property } from 'fast-check';

import { canonicalJson, contentHash } from '../../../src/authorization/agreements/index.ts';
import { unsigned } from './agreement-files.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('orders members by UTF-16 code units, as section 3.2.3 shows', () => {
    const value = { '€': 1, '\r': 2, '\uFB33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, order]) => Number(order))).toEqual([
      2, 4, 6, 7, 1, 5, 3,
    ]);
  });

  test('writes numbers and strings as ECMAScript does, as section 3.2.2 shows', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\uD83D', { '\uDC00': 1 }])(
    'has no text for %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test('is the same text for every order of members, and says what JSON says', () => {
    assert(
      property(jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('what officers sign', () => {
  test('is the content without status and signatures', () => {
    const hash = contentHash(unsigned);
    expect(contentHash({ ...unsigned, status: 'ended' })).toBe(hash);
    expect(contentHash({ ...unsigned, title: 'Another' })).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

function reversed(value: unknown): Parameters<typeof canonicalJson>[0] {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value as string;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
