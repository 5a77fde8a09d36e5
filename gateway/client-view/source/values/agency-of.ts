import type { Path, Problem } from '../graphql/index.ts';

/** The agencies whose sections the page has, with the field under which each stands. */
export const sectionAgencies = {
  benefits: 'benefits',
  housing: 'housing',
  behavioralHealth: 'behavioral-health',
  justice: 'justice',
} as const;

/** A field of the resident that one agency answers. */
export type Section = keyof typeof sectionAgencies;

const ownersOfCategories: readonly (readonly [RegExp, string])[] = [
  [/^(benefits|snap|tanf|medicaid|child-care)/, 'benefits'],
  [/^housing/, 'housing'],
  [/^(behavioral|sud|mental|psychotherapy)/, 'behavioral-health'],
  [/^(justice|custody|criminal|court|domestic-violence-case|community|sealed|juvenile)/, 'justice'],
  [/^resident/, 'residents'],
];

/** The agency that owns a data category. */
export function agencyOfCategory(category: string): string {
  return ownersOfCategories.find(([pattern]) => pattern.test(category))?.[1] ?? 'governance';
}

/** The agency that a problem at a place is about. */
export function agencyOfProblem(problem: Problem, path: Path): string {
  if (problem.kind === 'unanswered' && problem.agency) return problem.agency;
  if (problem.kind === 'withheld' && problem.category) return agencyOfCategory(problem.category);
  return sectionAgencies[path[1] as Section] ?? 'residents';
}
