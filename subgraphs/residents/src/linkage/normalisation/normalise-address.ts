import { fold } from './fold.ts';
import { isPlaceholder } from './placeholders.ts';

/** Commonest street suffixes, directions and units, as USPS Publication 28 abbreviates them (appendices B, C1, C2). */
const abbreviations: Readonly<Record<string, string>> = {
  alley: 'aly',
  avenue: 'ave',
  av: 'ave',
  boulevard: 'blvd',
  boul: 'blvd',
  circle: 'cir',
  court: 'ct',
  crescent: 'cres',
  crossing: 'xing',
  drive: 'dr',
  expressway: 'expy',
  freeway: 'fwy',
  gardens: 'gdns',
  grove: 'grv',
  heights: 'hts',
  highway: 'hwy',
  hill: 'hl',
  hollow: 'holw',
  junction: 'jct',
  lane: 'ln',
  loop: 'loop',
  manor: 'mnr',
  meadows: 'mdws',
  mount: 'mt',
  parkway: 'pkwy',
  place: 'pl',
  plaza: 'plz',
  point: 'pt',
  ridge: 'rdg',
  road: 'rd',
  route: 'rte',
  square: 'sq',
  station: 'sta',
  street: 'st',
  str: 'st',
  terrace: 'ter',
  trail: 'trl',
  turnpike: 'tpke',
  valley: 'vly',
  view: 'vw',
  way: 'way',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  apartment: 'apt',
  building: 'bldg',
  floor: 'fl',
  suite: 'ste',
  room: 'rm',
};

/**
 * An address line as it is compared: folded, suffixes and directions abbreviated. Null for none and for placeholders.
 *
 * @example normaliseAddressLine('12 North Main Street') // '12 n main st'
 */
export function normaliseAddressLine(text: string | null): string | null {
  if (text === null) return null;
  const words = fold(text)
    .replaceAll(/['’.]/g, '')
    .split(/[^a-z0-9]+/);
  const line = words
    .filter((word) => word !== '')
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join(' ');
  return line === '' || isPlaceholder(line) ? null : line;
}

/** A postal code in capitals without spaces; of a US code with extension, the first five digits. */
export function normalisePostalCode(text: string | null): string | null {
  if (text === null) return null;
  const code = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (/^\d{9}$/.test(code)) return code.slice(0, 5);
  return code === '' || /^(\d)\1+$/.test(code) ? null : code;
}
