/**
 * How a name or an address line is made comparable, written down once and used from both sides:
 * the database derives its search columns with the SQL form, and a question is put with the text form.
 * Whoever fills the tables therefore writes names as they are, and cannot index them differently.
 *
 * 1. `exact`: accents folded, lower case, punctuation and spaces dropped: "O'Brién" -> "obrien".
 * 2. `start`: the first three letters of that: "obr".
 * 3. `sound`: vowels dropped and consonants of one sound made one digit, as Soundex does, without
 *    Soundex's cut at four and with the first letter coded like the others: "Smyth" and "Smith" -> "253".
 *
 * A change here needs a migration that builds the derived columns anew.
 */
type Replacement = readonly [from: string, to: string];

interface KeyRule {
  readonly replacements: readonly Replacement[];
  /** Letters kept from the front; all without it. */
  readonly length?: number;
}

/** Accented Latin letters of both cases by the plain letter that stands for them. */
const accents: Readonly<Record<string, string>> = {
  a: 'àáâãäåāăąÀÁÂÃÄÅĀĂĄ',
  c: 'çćčÇĆČ',
  d: 'ďđĎĐ',
  e: 'èéêëēęěÈÉÊËĒĘĚ',
  g: 'ğĞ',
  i: 'ìíîïīıÌÍÎÏĪİ',
  l: 'łŁ',
  n: 'ñńňÑŃŇ',
  o: 'òóôõöøōőÒÓÔÕÖØŌŐ',
  r: 'řŘ',
  s: 'śşšŚŞŠ',
  t: 'ťţŤŢ',
  u: 'ùúûüūůűÙÚÛÜŪŮŰ',
  y: 'ýÿÝŸ',
  z: 'źżžŹŻŽ',
};

const punctuation = " '’`.,-#/";

/** Letters of one sound by Soundex's digit; those without a digit are dropped. */
const sounds: Readonly<Record<string, string>> = {
  '': 'aeiouyhw',
  1: 'bfpv',
  2: 'cgjkqsxz',
  3: 'dt',
  4: 'l',
  5: 'mn',
  6: 'r',
};

/** USPS Publication 28 appendix C1, the commonest street suffixes, after the folding above. */
const streetSuffixes: readonly Replacement[] = [
  ['street', 'st'],
  ['avenue', 'ave'],
  ['boulevard', 'blvd'],
  ['drive', 'dr'],
  ['court', 'ct'],
  ['place', 'pl'],
  ['terrace', 'ter'],
  ['lane', 'ln'],
  ['road', 'rd'],
];

const folding: readonly Replacement[] = [
  ...eachLetter(accents),
  ...punctuation.split('').map((mark): Replacement => [mark, '']),
];

/** A digit twice in a row is one sound; twice over, because three in a row leave two. */
const doubled = ['1', '2', '3', '4', '5', '6'].map((digit): Replacement => [digit + digit, digit]);

export const searchKeys = {
  exact: keyOf({ replacements: [] }),
  start: keyOf({ replacements: [], length: 3 }),
  sound: keyOf({ replacements: [...eachLetter(sounds), ...doubled, ...doubled] }),
  address: keyOf({ replacements: streetSuffixes }),
};

export interface SearchKey {
  /** The key of a text. */
  readonly of: (text: string) => string;
  /** The same as an SQL expression over a column, in words that SQLite, PostgreSQL and MariaDB share. */
  readonly sql: (column: string) => string;
}

function keyOf({ replacements, length }: KeyRule): SearchKey {
  return {
    of: (text) => {
      const key = replacements.reduce(replaceText, lowerCase(folding.reduce(replaceText, text)));
      return length === undefined ? key : key.slice(0, length);
    },
    sql: (column) => {
      const key = replacements.reduce(replaceSql, `lower(${folding.reduce(replaceSql, column)})`);
      return length === undefined ? key : `substr(${key}, 1, ${String(length)})`;
    },
  };
}

function eachLetter(table: Readonly<Record<string, string>>): Replacement[] {
  return Object.entries(table).flatMap(([to, letters]) =>
    letters.split('').map((from): Replacement => [from, to]),
  );
}

function replaceText(text: string, [from, to]: Replacement): string {
  return text.replaceAll(from, to);
}

function replaceSql(expression: string, [from, to]: Replacement): string {
  return `replace(${expression}, '${from.replaceAll("'", "''")}', '${to}')`;
}

/** Only A to Z: what SQLite's lower() does, and all that is left to do after folding. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
