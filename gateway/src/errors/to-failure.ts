import { failure, Failure } from './failure.ts';

/** Whatever was thrown, as a failure: what is none of the catalogue becomes INTERNAL_SERVER_ERROR with the cause inside. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : failure('INTERNAL_SERVER_ERROR', { cause: thrown });
}
