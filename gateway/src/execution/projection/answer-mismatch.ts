/** An answer's value that does not have the shape that was asked for. Caught where a projection begins. */
export class AnswerMismatch extends Error {
  override readonly name = 'AnswerMismatch';
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[], expected: string) {
    super(`Expected ${expected}.`);
    this.path = path;
  }
}
