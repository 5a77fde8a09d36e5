import type { Database } from '@resident-graph/subgraph-kit';

import { editDistance, jaroWinkler, nicknamesOf } from '../linkage/index.ts';
import { closedUp } from './keys.ts';
import { searchKeys } from './search-keys.ts';

export type NameKind = 'given' | 'surname';

/** A name that somebody has, and how likely it is what was meant: 1 is the very name. */
export interface MeantName {
  readonly name: string;
  readonly likeness: number;
}

/** As many names at most are taken for one that was asked for, and as many of them as only begin so. */
const mostMeant = 32;
const mostBegun = 20;

const likenessOfNickname = 0.97;
const likenessOfBeginning = 0.86;
const leastLikeness = 0.8;

/** A beginning of fewer letters says too little; a sound alike counts as little as a name that just passes. */
const leastBeginning = 3;
const likenessOfSound = 0.8;

/** The sound of a name that sounds like nothing that is known. */
const none = -1;

/** Names that were asked for lately are not worked out again. */
const mostKept = 2_000;

/**
 * The names that residents have, in memory: who asks for a name means one of these. A name is meant if it is the same,
 * a nickname, begins so, sounds so, or is two slips of the pen away at most (one in a short name).
 */
export class Vocabulary {
  readonly #lists: Readonly<Record<NameKind, NameList>> = { given: new NameList(), surname: new NameList() };
  #last = 0;

  /** The number of the last name that was read. */
  get last(): number {
    return this.#last;
  }

  /** Reads the names that came since. */
  async refresh(database: Database): Promise<void> {
    const rows: readonly { number: number; kind: NameKind; name: string; residents: number }[] =
      await database('search_names').where('number', '>', this.#last).orderBy('number').select();
    for (const { number, kind, name, residents } of rows) {
      // Another question may have read it meanwhile.
      if (number <= this.#last) continue;
      this.#lists[kind].add(name, residents);
      this.#last = number;
    }
  }

  /** The names that may be meant, the likeliest first; the name itself is always among them. */
  meant(kind: NameKind, name: string): readonly MeantName[] {
    return this.#lists[kind].meant(closedUp(name), kind === 'given' ? nicknamesOf(name.split(' ')[0]!) : []);
  }

  /** The share of residents who have the name, as far as it is known. */
  share(kind: NameKind, name: string): number {
    return this.#lists[kind].share(closedUp(name));
  }
}

/** Every name's letters as bits, its length, and its sound, in typed arrays: most names are told apart by these. */
class NameList {
  readonly #places = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #kept = new Map<string, readonly MeantName[]>();
  #counts = new Uint32Array(1024);
  #letters = new Uint32Array(1024);
  #sounds = new Int32Array(1024);
  readonly #soundNumbers = new Map<string, number>();
  #residents = 0;

  add(name: string, residents: number): void {
    const place = this.#names.length;
    if (place === this.#counts.length) this.#grow();
    this.#places.set(name, place);
    this.#names.push(name);
    this.#counts[place] = residents;
    this.#letters[place] = lettersOf(name);
    const sound = searchKeys.sound.of(name);
    // Names with one consonant at most sound like nothing.
    if (sound.length > 1 && !this.#soundNumbers.has(sound)) this.#soundNumbers.set(sound, place + 1);
    this.#sounds[place] = this.#soundNumbers.get(sound) ?? 0;
    this.#residents += residents;
    this.#kept.clear();
  }

  share(name: string): number {
    const place = this.#places.get(name);
    return Math.max(1, place === undefined ? 0 : this.#counts[place]!) / Math.max(1, this.#residents);
  }

  meant(name: string, nicknames: readonly string[]): readonly MeantName[] {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const names = this.#meant(name, nicknames);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(name, names);
    return names;
  }

  #meant(name: string, nicknames: readonly string[]): readonly MeantName[] {
    const alike = new Map<string, number>([[name, 1]]);
    for (const one of nicknames) if (this.#places.has(one)) alike.set(one, likenessOfNickname);
    const begun = this.#compareAll(name, alike);
    const commonest = begun.sort((one, other) => this.#counts[other]! - this.#counts[one]!);
    for (const place of commonest.slice(0, mostBegun)) {
      const one = this.#names[place]!;
      alike.set(one, Math.max(alike.get(one) ?? 0, likenessOfBeginning));
    }
    return [...alike]
      .map(([one, likeness]) => ({ name: one, likeness, count: this.#count(one) }))
      .sort((one, other) => other.likeness - one.likeness || other.count - one.count)
      .slice(0, mostMeant);
  }

  /** Adds the names that are alike, and gives the places of those that begin so. */
  #compareAll(name: string, alike: Map<string, number>): number[] {
    const [letters, sound, begun] = [lettersOf(name), this.#soundOf(name), [] as number[]];
    const most = name.length < 5 ? 1 : 2;
    const [letterCounts, sounds, count] = [this.#letters, this.#sounds, this.#names.length];
    const mayBegin = name.length >= leastBeginning;
    for (let place = 0; place < count; place += 1) {
      const own = letterCounts[place]!;
      // A letter more, less or changed makes two bits differ at most; a beginning lacks none of the bits.
      const isNear = bits(own ^ letters) <= 2 * most;
      const hasAll = mayBegin && (letters & ~own) === 0;
      if (!isNear && !hasAll && sounds[place] !== sound) continue;
      const other = this.#names[place]!;
      if (hasAll && other.startsWith(name)) begun.push(place);
      const likeness = likenessOf(name, other, isNear ? most : 0, sounds[place] === sound);
      if (likeness > (alike.get(other) ?? 0)) alike.set(other, likeness);
    }
    return begun;
  }

  #count(name: string): number {
    const place = this.#places.get(name);
    return place === undefined ? 0 : this.#counts[place]!;
  }

  /** The number of a sound; `none` for one that no name has. */
  #soundOf(name: string): number {
    return this.#soundNumbers.get(searchKeys.sound.of(name)) ?? none;
  }

  #grow(): void {
    const size = this.#counts.length * 2;
    const [counts, letters, sounds] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)];
    counts.set(this.#counts);
    letters.set(this.#letters);
    sounds.set(this.#sounds);
    [this.#counts, this.#letters, this.#sounds] = [counts, letters, sounds];
  }
}

/** How likely one name is meant by the other, if so many slips of the pen at most lie between; 0 if it is not. */
function likenessOf(one: string, other: string, most: number, soundsAlike: boolean): number {
  const distance = most === 0 ? 1 : editDistance(one, other, most);
  const isNear = most > 0 && distance <= most;
  if (!isNear && !soundsAlike) return 0;
  const likeness = jaroWinkler(one, other);
  if (soundsAlike) return Math.max(likeness, likenessOfSound);
  // A wrong first letter costs Jaro-Winkler its prefix: one slip of the pen is enough by itself.
  return distance === 1 || likeness >= leastLikeness ? Math.max(likeness, leastLikeness) : 0;
}

/** A bit for each letter that occurs. */
function lettersOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at += 1) letters |= 1 << ((name.charCodeAt(at) - 97) % 26);
  return letters >>> 0;
}

function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
