import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { editDistance, jaroWinkler } from '../../src/linkage/index.ts';

describe('Jaro-Winkler similarity', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['', 'anything', 0],
    ['same', 'same', 1],
  ])('of %s and %s is %d, as in the literature', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 4);
  });

  it('does not depend on the order and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const similarity = jaroWinkler(one, other);
        expect(similarity).toBeCloseTo(jaroWinkler(other, one), 1);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('edit distance', () => {
  it.each([
    ['garcia', 'gracia', 1],
    ['smith', 'smyth', 1],
    ['smith', 'smithe', 1],
    ['abc', 'ca', 3],
    ['', 'ab', 2],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(editDistance(one, other, 5)).toBe(expected);
  });

  it('stops counting above the most that is asked for', () => {
    expect(editDistance('washington', 'lincoln', 2)).toBe(3);
  });

  it('is that of the whole table of distances, whatever of it is worked out', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 4 }), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(wholeTable(one, other), most + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Optimal string alignment as textbooks have it. */
function wholeTable(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_unused, column) => (row === 0 ? column : row)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]![column] = Math.min(
        at(row - 1, column) + 1,
        column === 1 ? row + 1 : at(row, column - 1) + 1,
        (column === 1 ? row - 1 : at(row - 1, column - 1)) + (one[row - 1] === other[column - 1] ? 0 : 1),
        row > 1 && column > 1 && isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
}
