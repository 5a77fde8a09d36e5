import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';

/** Different terms that a process remembers having written; others are written again. */
const mostTerms = 5000;

/** A text of terms, and whether the log has it. */
export interface BookedTerms {
  readonly hash: string;
  readonly decisions: string;
  isWritten: boolean;
}

/** Which terms the log of this process has already. */
export class TermsBook {
  readonly #booked = new LRUCache<string, BookedTerms>({ max: mostTerms });

  /** @param terms - lists of decisions in JSON; null without any */
  book(terms: readonly string[]): BookedTerms | null {
    const [first] = terms;
    if (first === undefined) return null;
    const decisions = terms.length === 1 ? first : `[${terms.map((list) => list.slice(1, -1)).join()}]`;
    const known = this.#booked.get(decisions);
    if (known) return known;
    const hash = createHash('sha256').update(decisions).digest('base64url');
    const booked = { hash, decisions, isWritten: false };
    this.#booked.set(decisions, booked);
    return booked;
  }
}
