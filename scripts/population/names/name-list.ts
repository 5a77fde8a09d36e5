import { mixWords, stream } from '../chance/index.ts';
import type { Chance } from '../recorder.ts';
import { zipf } from './zipf.ts';

/** Names with the share of people who bear each. */
export interface NameList {
  readonly draw: (chance: Chance) => string;
}

/**
 * Names drawn by Zipf's law: first those named as the commonest, in their order, then the others in an order that
 * is mixed but always the same (locale lists are alphabetical, and the letter A is not commoner than the rest).
 */
export function nameList(commonest: readonly string[], others: readonly string[], flattening = 4): NameList {
  const known = new Set(commonest);
  const names = [...commonest, ...mixed(others.filter((name) => !known.has(name)))];
  const cumulative = zipf(names.length, flattening);
  const total = cumulative[names.length - 1] ?? 0;
  return {
    draw: (chance) =>
      names[search(cumulative, (chance.integer(0, precision - 1) / precision) * total)] as string,
  };
}

const precision = 0x40000000;

function mixed(names: readonly string[]): readonly string[] {
  const keyed = names.map((name, index) => [mixWords(stream.nameOrder, index)[0], name] as const);
  return keyed.sort(([left], [right]) => left - right).map(([, name]) => name);
}

function search(cumulative: Float64Array, target: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
