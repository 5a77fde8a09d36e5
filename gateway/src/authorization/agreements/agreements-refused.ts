import type { SchemaProblem } from '../schema-problem.ts';

/** Thrown where there are no agreements to go on with: the gateway cannot start. */
export class AgreementsRefused extends Error {
  override readonly name = 'AgreementsRefused';
  readonly problems: readonly SchemaProblem[];

  constructor(problems: readonly SchemaProblem[]) {
    super(problems.map(({ place, message }) => (place ? `${place}: ${message}` : message)).join('\n'));
    this.problems = problems;
  }
}
