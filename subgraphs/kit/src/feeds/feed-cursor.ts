/** How far a feed was read. */
export interface FeedCursor {
  /** Of the feed as it was made; one that was made anew begins at its beginning. */
  readonly feed: string;
  readonly sequence: number;
  /** The last entry that was read of this sequence; left out once all were. */
  readonly entry?: string;
}

const form = /^([\w-]{1,40})\.(\d{1,15})(?:\.(\w{1,64}))?$/;

export function cursorText({ feed, sequence, entry }: FeedCursor): string {
  return `${feed}.${sequence}${entry === undefined ? '' : `.${entry}`}`;
}

/** Null for a cursor of no feed, or of another than the given one: then all is told again. */
export function readCursor(text: string | null, feed: string): FeedCursor | null {
  const [, of, sequence, entry] = form.exec(text ?? '') ?? [];
  if (of !== feed) return null;
  return { feed, sequence: Number(sequence), ...(entry !== undefined && { entry }) };
}
