/** An answer whose body has more bytes than it may; it was given up at the first byte too many. */
export class AnswerTooLarge extends Error {
  readonly status: number;

  constructor(status: number) {
    super('The answer has too many bytes.');
    this.status = status;
  }
}
