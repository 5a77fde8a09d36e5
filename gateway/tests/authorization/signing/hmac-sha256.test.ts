import { createHmac, createSecretKey } from 'node:crypto';

import { expect, test } from '@jest/globals';
import { array, assert, property, string, uint8Array } from 'fast-check';

import { hmacSha256 } from '../../../src/authorization/signing/hmac-sha256.ts';

const ascii = string({ unit: 'binary-ascii', maxLength: 6000 });

test('is HMAC-SHA-256 as node:crypto computes it, whatever the key, the texts and their order of length', () => {
  assert(
    property(
      uint8Array({ minLength: 1, maxLength: 200 }),
      array(array(ascii, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (bytes, messages) => {
        const key = createSecretKey(bytes);
        const mac = hmacSha256(key);
        for (const texts of messages)
          expect(mac(texts)).toBe(createHmac('sha256', key).update(texts.join('')).digest('base64'));
      },
    ),
  );
});
