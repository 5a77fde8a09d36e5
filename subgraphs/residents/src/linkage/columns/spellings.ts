import type { Dictionary } from './dictionary.ts';
import { ownCopy } from './own-copy.ts';

/** The codes of values as they are written: each way of writing one is normalised once. */
export class Spellings {
  readonly #codes = new Map<string, number>();
  readonly #dictionary: Dictionary;
  readonly #normalise: (text: string) => string | null;

  constructor(dictionary: Dictionary, normalise: (text: string) => string | null) {
    this.#dictionary = dictionary;
    this.#normalise = normalise;
  }

  /** The code of the value that a text stands for; 0 where it stands for none. */
  code(text: string | null): number {
    if (text === null) return 0;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#dictionary.add(this.#normalise(text));
    this.#codes.set(ownCopy(text), code);
    return code;
  }
}
