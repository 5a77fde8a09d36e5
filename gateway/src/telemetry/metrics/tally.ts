/** Names beyond these are counted together, so that no list of names can grow without end. */
const mostNames = 200;
const others = 'other';

/** Counts by name: plain numbers, so that counting costs next to nothing. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    const known = this.#counts.get(name);
    if (known !== undefined) this.#counts.set(name, known + 1);
    else this.#begin(this.#counts.size < mostNames ? name : others);
  }

  entries(): Iterable<[name: string, count: number]> {
    return this.#counts.entries();
  }

  #begin(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}
