/** What an engineer or operator must correct before a subgraph can run: the place, and what to do there. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** The schema coordinate, option or package that is at fault. */
  readonly place: string;
  readonly remedy: string;

  constructor(problem: { readonly place: string; readonly message: string; readonly remedy: string }) {
    super(`${problem.place}: ${problem.message} ${problem.remedy}`);
    this.place = problem.place;
    this.remedy = problem.remedy;
  }
}
