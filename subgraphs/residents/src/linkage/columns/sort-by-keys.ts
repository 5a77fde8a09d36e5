const digitBits = 8;
const digits = 1 << digitBits;

/** Room to sort in, for keys and for items, each at least as long as what is sorted; used again for every sort. */
export interface SortingRoom {
  readonly keys: Uint32Array;
  readonly items: Uint32Array;
}

export function sortingRoom(length: number): SortingRoom {
  return { keys: new Uint32Array(length), items: new Uint32Array(length) };
}

/** Sorts keys and with them their items in place; items of one key keep their order (radix sort, last digit first). */
export function sortByKeys(
  keys: Uint32Array,
  items: Uint32Array,
  room: SortingRoom = sortingRoom(keys.length),
): void {
  // An even number of passes ends where it began.
  for (let shift = 0; shift < 32; shift += 2 * digitBits) {
    distribute({ keys, items }, room, shift, keys.length);
    distribute(room, { keys, items }, shift + digitBits, keys.length);
  }
}

function distribute(from: SortingRoom, to: SortingRoom, shift: number, length: number): void {
  const places = firstPlaces(from.keys, shift, length);
  for (let at = 0; at < length; at += 1) {
    const key = from.keys[at]!;
    const place = places[(key >>> shift) % digits]!++;
    to.keys[place] = key;
    to.items[place] = from.items[at]!;
  }
}

/** For each digit the place of the first key that has it. */
function firstPlaces(keys: Uint32Array, shift: number, length: number): Uint32Array {
  const places = new Uint32Array(digits + 1);
  for (let at = 0; at < length; at += 1) places[((keys[at]! >>> shift) % digits) + 1]! += 1;
  for (let digit = 1; digit < digits; digit += 1) places[digit]! += places[digit - 1]!;
  return places;
}
