import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import { chunks } from '../src/loaders/index.ts';

const weights = fc.array(fc.integer({ min: 1, max: 9 }));
const limits = fc.integer({ min: 9, max: 30 });

test('nothing is lost, repeated or moved by cutting', () => {
  fc.assert(
    fc.property(weights, limits, (items, limit) =>
      expect(chunks(items, limit, Number).flat()).toEqual(items),
    ),
  );
});

test('no piece is empty or heavier than the limit', () => {
  fc.assert(
    fc.property(weights, limits, (items, limit) => {
      for (const piece of chunks(items, limit, Number)) {
        expect(piece.length).toBeGreaterThan(0);
        expect(piece.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

test('a piece ends only where the next item would be too much', () => {
  fc.assert(
    fc.property(weights, limits, (items, limit) => {
      const pieces = chunks(items, limit, Number);
      pieces.slice(1).forEach((piece, index) => {
        const before = (pieces[index] ?? []).reduce((sum, weight) => sum + weight, 0);
        expect(before + (piece[0] ?? 0)).toBeGreaterThan(limit);
      });
    }),
  );
});
