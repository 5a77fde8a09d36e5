import type { CompositionProblem } from './composition.ts';

/** Thrown where there is no supergraph to go on with: the gateway cannot start. */
export class CompositionRefused extends Error {
  override readonly name = 'CompositionRefused';
  readonly problems: readonly CompositionProblem[];

  constructor(problems: readonly CompositionProblem[]) {
    super(problems.map(({ place, message }) => (place ? `${place}: ${message}` : message)).join('\n'));
    this.problems = problems;
  }
}
