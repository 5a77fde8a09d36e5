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
});
