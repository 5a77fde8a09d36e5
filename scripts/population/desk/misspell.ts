import type { Chance } from '../recorder.ts';

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** One slip of the fingers: a neighbouring key, two letters the wrong way round, one left out or struck twice. */
export function misspell(text: string, chance: Chance): string {
  if (text.length < 3) return text;
  const at = chance.integer(1, text.length - 2);
  return chance.pickWeighted(slips)(text, at, chance);
}

type Slip = (text: string, at: number, chance: Chance) => string;

const neighbouringKey: Slip = (text, at, chance) => replaceAt(text, at, neighbour(text.charAt(at), chance));
const transposed: Slip = (text, at) =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
const omitted: Slip = (text, at) => replaceAt(text, at, '');
const doubled: Slip = (text, at) => replaceAt(text, at, text.charAt(at).repeat(2));

const slips: readonly (readonly [Slip, number])[] = [
  [neighbouringKey, 4],
  [transposed, 2],
  [omitted, 2],
  [doubled, 1],
];

function replaceAt(text: string, at: number, replacement: string): string {
  return text.slice(0, at) + replacement + text.slice(at + 1);
}

function neighbour(letter: string, chance: Chance): string {
  const row = keyboard.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  const place = row.indexOf(letter);
  return row.charAt(place === 0 ? 1 : place === row.length - 1 ? place - 1 : place + chance.pick([-1, 1]));
}
