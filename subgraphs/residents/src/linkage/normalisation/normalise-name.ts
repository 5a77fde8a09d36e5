import { fold } from './fold.ts';
import { isPlaceholder } from './placeholders.ts';

const suffixes: Readonly<Record<string, string>> = {
  jr: '2',
  junior: '2',
  ii: '2',
  '2nd': '2',
  sr: '1',
  senior: '1',
  i: '1',
  iii: '3',
  '3rd': '3',
  iv: '4',
  '4th': '4',
  v: '5',
};
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'rev', 'sir', 'hon', 'prof']);

/** The words of a name: folded, apostrophes closed up, hyphens and other signs read as spaces; titles left out. */
function nameWords(text: string): readonly string[] {
  const words = fold(text)
    .replaceAll(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const untitled = words.length > 1 ? words.filter((word) => !titles.has(word)) : words;
  return untitled.length === 0 ? words : untitled;
}

/**
 * A name as it is compared: words separated by one space. Null for none and for placeholders ("unknown", "baby boy").
 *
 * @example normaliseName("O'Brién-Smith") // 'obrien smith'
 */
export function normaliseName(text: string | null): string | null {
  if (text === null) return null;
  const name = nameWords(text).join(' ');
  return name === '' || isPlaceholder(name) ? null : name;
}

/** A surname without the generation that was written into it, and that generation. */
export function splitSuffix(surname: string): { readonly surname: string; readonly suffix: string | null } {
  const words = surname.split(' ');
  const last = words.length > 1 ? suffixes[words.at(-1) ?? ''] : undefined;
  return last === undefined
    ? { surname, suffix: null }
    : { surname: words.slice(0, -1).join(' '), suffix: last };
}

/** The generation as a digit: Sr and I are 1; Jr, II and 2nd are 2; and so on. Null for none and for what is unknown. */
export function normaliseSuffix(text: string | null): string | null {
  return text === null ? null : (suffixes[fold(text).replaceAll(/[^a-z0-9]/g, '')] ?? null);
}
