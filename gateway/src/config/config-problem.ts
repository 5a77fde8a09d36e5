/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  readonly key: string;
  /** Where the value came from: a flag, an environment variable, or file, line and column. */
  readonly source: string;
  readonly message: string;
  readonly remedy: string;
}

/** A problem as one line for people. */
export function formatConfigProblem(problem: ConfigProblem): string {
  return `${problem.key} (${problem.source}): ${problem.message} ${problem.remedy}`;
}
