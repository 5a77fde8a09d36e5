import { Dictionary } from '../columns/index.ts';
import { editDistance } from './edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';

const [similar, street, different] = [1, 2, 3];

/** How alike two streets are: .9 and more, .8 and more, less. */
const [alike, related, unlike] = [2, 1, 0];
const shortestStreet = 4;
const shortestHouse = 2;

/** Address lines divided into house and street, each line once: there are far fewer streets than lines. */
export class DividedLines {
  readonly #lines: Dictionary;
  readonly #houses = new Dictionary();
  readonly #streets = new Dictionary();
  readonly #houseOf = [0];
  readonly #streetOf = [0];
  readonly #likeness = memoised((one, other) => {
    const similarity = jaroWinkler(this.#streets.value(one), this.#streets.value(other));
    return similarity >= 0.9 ? alike : similarity >= 0.8 ? related : unlike;
  });

  constructor(lines: Dictionary) {
    this.#lines = lines;
  }

  /** The level at which two lines agree that are not the same. */
  level(one: number, other: number): number {
    if (this.#lines.size > this.#houseOf.length) this.#divide();
    const [house, houseOfOther] = [this.#houseOf[one]!, this.#houseOf[other]!];
    const [streetOfOne, streetOfOther] = [this.#streetOf[one]!, this.#streetOf[other]!];
    const likeness = streetOfOne === streetOfOther ? alike : this.#likeness(streetOfOne, streetOfOther);
    if (likeness === unlike) return different;
    const isSameStreet =
      streetOfOne === streetOfOther ||
      (likeness === alike && this.#streets.value(streetOfOne).length > shortestStreet);
    if (isSameStreet)
      return house === houseOfOther || this.#areHousesClose(house, houseOfOther) ? similar : street;
    return house === houseOfOther && this.#houses.value(house).length > shortestHouse ? similar : different;
  }

  #areHousesClose(one: number, other: number): boolean {
    return one !== 0 && editDistance(this.#houses.value(one), this.#houses.value(other), 1) <= 1;
  }

  #divide(): void {
    for (let line = this.#houseOf.length; line < this.#lines.size; line += 1) {
      const text = this.#lines.value(line);
      const [, house = null, rest = text] = /^(\d+[a-z]?) (.+)$/.exec(text) ?? [];
      this.#houseOf.push(this.#houses.add(house));
      this.#streetOf.push(this.#streets.add(rest));
    }
  }
}
