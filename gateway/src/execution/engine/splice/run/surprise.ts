/**
 * Thrown where an answer is not as it was foreseen: the run goes on with objects. One for all, because to
 * say where it happened would cost more than all the rest.
 */
export class Surprise extends Error {
  override readonly name = 'Surprise';
}

export const surprise = new Surprise('An answer is not as it was foreseen.');
