import type { Requirement, Requirements } from '../requirements/index.ts';
import type { AssessTerm } from './assess-requirement.ts';
import type { Assessment } from './assessment.ts';
import { bestForField, isTransformed } from './assessment.ts';
import type { Decision } from './decision.ts';
import { openDecision, unlabelledDecision } from './plain-decisions.ts';

/** Where the decisions of fields come from. */
interface DecidedRequirements {
  readonly requirements: Requirements;
  readonly ofRequirement: (requirement: Requirement) => Assessment;
  readonly ofCategory: AssessTerm;
  readonly assess: (requirement: Requirement, ofCategory: AssessTerm) => Assessment;
}

/**
 * Decides about fields, by `Type.field`, at the cost of two look-ups. A field whose value would be made less is decided
 * for itself, once: another agreement may show it as it is.
 */
export function fieldDecisions(decided: DecidedRequirements): (coordinate: string) => Decision {
  const { requirements, ofRequirement, ofCategory, assess } = decided;
  const transformed = new Map<string, Decision>();
  return (coordinate) => {
    const requirement = requirements.requirementOf(coordinate);
    if (requirement === 'open') return openDecision;
    if (requirement === 'unlabelled') return unlabelledDecision;
    const { decision } = ofRequirement(requirement);
    if (decision.kind !== 'permit' || decision.transforms.length === 0) return decision;
    if (!isTransformed(coordinate, decision)) return decision;
    const known = transformed.get(coordinate) ?? forItself(coordinate, requirement);
    transformed.set(coordinate, known);
    return known;
  };

  function forItself(coordinate: string, requirement: Requirement): Decision {
    const best: AssessTerm = (category) => bestForField(coordinate, ofCategory(category));
    return bestForField(coordinate, assess(requirement, best)).decision;
  }
}
