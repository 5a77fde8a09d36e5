/** One question of the corpus, as a client would put it. */
export interface CorpusOperation {
  /** Domain and name, as in the folder: `residents/by-id`. */
  readonly name: string;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}
