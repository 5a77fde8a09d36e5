import { mixWords } from './mix-words.ts';

/**
 * A place in a shuffled pack of `size` cards: different numbers below `size` never give the same result, so that
 * identifiers are unique without remembering those already given. A Feistel network of four rounds over the next
 * even power of two, walked until it lands inside (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
 */
export function permute(number: number, size: number, seed: number): number {
  if (number < 0 || number >= size) throw new RangeError(`${number} lies outside a pack of ${size}.`);
  const bits = Math.ceil(Math.log2(size) / 2);
  let card = number;
  do card = feistel(card, bits, seed);
  while (card >= size);
  return card;
}

function feistel(number: number, bits: number, seed: number): number {
  const half = 2 ** bits;
  let left = Math.floor(number / half);
  let right = number % half;
  for (let round = 0; round < 4; round += 1) {
    const next = (left ^ (mixWords(seed, round, right)[0] & (half - 1))) >>> 0;
    left = right;
    right = next;
  }
  return left * half + right;
}
