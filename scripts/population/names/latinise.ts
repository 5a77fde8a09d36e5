const withoutDecomposition: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** The name in the 26 letters that a keyboard in an office has. */
export function latinise(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return plain.replace(/[đĐłŁıøØßæœ]/g, (letter) => withoutDecomposition[letter] ?? letter);
}
