const marks = /\p{M}/gu;
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const plain = /^\p{ASCII}*$/u;

/** Lower case without accents; letters that carry a stroke become the plain letter. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(marks, '')
    .replaceAll(/[øłđßæœı]/g, (letter) => letters[letter] ?? letter);
}
