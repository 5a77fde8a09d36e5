interface EntryText {
  /** What a reader of the error learns first; contains nothing of the request. */
  readonly message: string;
  /** What its reader can do about it. */
  readonly remedy: string;
  /** When it happens, for the documentation. */
  readonly description: string;
}

/** An error that clients may see. */
export interface ClientEntry extends EntryText {
  readonly audience: 'client';
  /** HTTP status of an answer that consists of this error alone. */
  readonly status: number;
}

/** An error that only operators see. */
export interface OperatorEntry extends EntryText {
  readonly audience: 'operator';
}
