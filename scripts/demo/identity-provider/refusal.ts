/** A request that is refused, in the words of RFC 6749, section 5.2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
  }
}
