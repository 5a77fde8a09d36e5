/** A document by the SHA-256 of its text, with the types of what it answers and of its variables. */
export interface TypedDocument<Answer, Variables> {
  readonly id: string;
  readonly types?: (variables: Variables) => Answer;
}
