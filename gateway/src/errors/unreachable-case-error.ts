/**
 * The end of a `switch` over a closed union: does not compile while a case is missing.
 *
 * @example default: throw new UnreachableCaseError(decision);
 */
export class UnreachableCaseError extends Error {
  override readonly name = 'UnreachableCaseError';

  constructor(value: never) {
    super(`A case was not handled, of type ${typeof value}.`);
  }
}
