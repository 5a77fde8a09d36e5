/**
 * An operation that the page may ask, by the SHA-256 of its text, with the types of its answer and its variables.
 */
export interface TypedDocument<Answer, Variables> {
  readonly id: string;
  /** Never there: holds the types. */
  readonly types?: { readonly answer: Answer; readonly variables: Variables };
}
