/** What a gateway answers, as far as the corpus pins it: everything but what differs from request to request. */
export interface CorpusAnswer {
  /** Of HTTP. */
  readonly status: number;
  readonly errors?: readonly CorpusError[];
  readonly data?: unknown;
}

interface CorpusError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}
