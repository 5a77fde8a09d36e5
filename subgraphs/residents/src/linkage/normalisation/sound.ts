const digits: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/** American Soundex (National Archives): a letter and three digits for the sound of a name; '' without letters. */
export function soundOf(name: string): string {
  const letters = name.replaceAll(/[^a-z]/g, '');
  let code = letters.charAt(0);
  let last = digits[code] ?? '';
  for (let at = 1; at < letters.length && code.length < 4; at += 1) {
    const letter = letters.charAt(at);
    const digit = digits[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    if (letter !== 'h' && letter !== 'w') last = digit;
  }
  return code === '' ? '' : code.padEnd(4, '0');
}
