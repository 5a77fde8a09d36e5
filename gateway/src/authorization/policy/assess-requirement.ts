import type { Requirement } from '../requirements/index.ts';
import type { Assessment } from './assessment.ts';
import { better, together } from './assessment.ts';
import { permitNothing, undecidable } from './plain-decisions.ts';

/** Decides about one thing that a requirement needs: a category, a role. */
export type AssessTerm = (term: string) => Assessment;

/**
 * Decides about a requirement: the best of its alternatives, of each everything together, and every disclosure between
 * agencies that comes with it.
 */
export function assessRequirement(
  { needs, disclosures }: Requirement,
  assess: AssessTerm,
  assessDisclosure: (recipient: string, category: string) => Assessment,
): Assessment {
  const between = disclosures.map((disclosure) =>
    anyOf(disclosure.needs, (category) => assessDisclosure(disclosure.recipient, category)),
  );
  return [anyOf(needs, assess), ...between].reduce(together);
}

function anyOf(alternatives: Requirement['needs'], assess: AssessTerm): Assessment {
  const assessed = alternatives.map((terms) => allOf(terms.map(assess)));
  return assessed.length === 0 ? undecidable : assessed.reduce(better);
}

function allOf(assessed: readonly Assessment[]): Assessment {
  return assessed.length === 0 ? permitNothing : assessed.reduce(together);
}
