/**
 * Four well-mixed 32-bit words from any numbers: the state of a generator of its own for each thing that is
 * generated, so that nothing depends on what was generated before it. The rounds are those of
 * MurmurHash3's 32-bit finaliser (public domain).
 */
export function mixWords(...numbers: readonly number[]): readonly [number, number, number, number] {
  return [
    mix(0x9e3779b9, numbers),
    mix(0x85ebca6b, numbers),
    mix(0xc2b2ae35, numbers),
    mix(0x27d4eb2f, numbers),
  ];
}

function mix(start: number, numbers: readonly number[]): number {
  let word = start;
  for (const number of numbers) {
    word = finalise(word ^ (number | 0));
    word = finalise(word ^ Math.trunc(number / 0x100000000));
  }
  return word;
}

function finalise(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) + 0x9e3779b9) | 0;
}
