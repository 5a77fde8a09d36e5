import type { Chance } from '../recorder.ts';

/** One digit wrong, or two neighbouring ones the wrong way round; never the first, which often bears meaning. */
export function miswriteDigits(digits: string, chance: Chance): string {
  const at = chance.integer(1, digits.length - 2);
  const [first, second] = [digits.charAt(at), digits.charAt(at + 1)];
  if (first !== second && chance.happens(0.4))
    return digits.slice(0, at) + second + first + digits.slice(at + 2);
  const wrong = (Number(first) + chance.integer(1, 9)) % 10;
  return `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`;
}
