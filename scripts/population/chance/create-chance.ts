import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { Chance } from '../recorder.ts';
import { addDays, daysBetween } from '../dates.ts';
import { mixWords } from './mix-words.ts';

/**
 * Chance seeded by any numbers, by convention (seed, what it is for, which one).
 *
 * @example createChance(7, stream.household, 12).integer(1, 6) // the same on every machine
 */
export function createChance(...seed: readonly number[]): Chance {
  const generator = xoroshiro128plusFromState(mixWords(...seed));
  const integer = (least: number, most: number) => uniformInt(generator, least, most);
  const fraction = () => (generator.next() >>> 0) / 0x100000000;
  return {
    integer,
    happens: (probability) => fraction() < probability,
    pick: (values) => itemAt(values, integer(0, values.length - 1)),
    pickWeighted: (values) => weighted(values, fraction()),
    date: (earliest, latest) => addDays(earliest, integer(0, Math.max(0, daysBetween(earliest, latest)))),
  };
}

function weighted<Value>(values: readonly (readonly [Value, number])[], fraction: number): Value {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  let left = fraction * total;
  for (const [value, weight] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  return itemAt(values, values.length - 1)[0];
}

function itemAt<Value>(values: readonly Value[], index: number): Value {
  if (index < 0 || index >= values.length) throw new RangeError('Chance cannot pick from an empty list.');
  return values[index] as Value;
}
