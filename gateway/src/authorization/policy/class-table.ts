import { createHash } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import type { Requirement } from '../requirements/index.ts';
import type { CategoryAssessment } from './assess-category.ts';
import { assessCategory } from './assess-category.ts';
import { assessDisclosure } from './assess-disclosure.ts';
import type { AssessTerm } from './assess-requirement.ts';
import { assessRequirement } from './assess-requirement.ts';
import type { Assessment } from './assessment.ts';
import type { Circumstances } from './circumstances.ts';
import { permitNothing, undecidable, unknownCaller, withoutRole } from './plain-decisions.ts';
import type { PolicyRules } from './policy-rules.ts';

/** What a class of callers may see for one purpose at one time, as far as it doesn't depend on the resident. */
export interface ClassTable {
  /** SHA-256 in hexadecimal: equal for tables that decide alike. */
  readonly digest: string;
  readonly categories: ReadonlyMap<string, CategoryAssessment>;
  /** By `Requirement.id`. */
  readonly requirements: readonly Assessment[];
  /** A requirement by what somebody else says of the categories. */
  readonly assess: (requirement: Requirement, ofCategory: AssessTerm) => Assessment;
}

/** Decides every category and every requirement once, so that a field costs a look-up. */
export function createClassTable(circumstances: Circumstances, rules: PolicyRules): ClassTable {
  const categories = new Map(
    [...rules.categories].map(([name, each]) => [name, assessCategory(each, circumstances, rules)]),
  );
  const assess = requirementAssessor(circumstances, rules);
  const ofCategory: AssessTerm = (name) => categories.get(name)?.assessment ?? undecidable;
  const requirements = rules.requirements.all.map((each) => assess(each, ofCategory));
  const assessments = [...categories.values()].map(({ assessment }) => assessment);
  const contents = [rules.requirements.digest, ...categories.keys(), ...assessments, ...requirements];
  let digest: string | undefined;
  return {
    categories,
    requirements,
    assess,
    get digest() {
      return (digest ??= digestOf(contents));
    },
  };
}

function requirementAssessor(circumstances: Circumstances, rules: PolicyRules): ClassTable['assess'] {
  const { requester } = circumstances;
  const ofDisclosure = (recipient: string, category: string): Assessment =>
    assessDisclosure(recipient, category, circumstances, rules);
  return (requirement, ofCategory) => {
    const ofTerm: AssessTerm = (term) => ofRole(term, requester) ?? ofCategory(term);
    const assessment = assessRequirement(requirement, ofTerm, ofDisclosure);
    const isOnlyForKnown = requester.isAnonymous && assessment.decision.kind !== 'deny';
    return isOnlyForKnown ? unknownCaller : assessment;
  };
}

const rolePrefix = 'role:';

/** Of a term that names a role; undefined of one that names a category. */
function ofRole(term: string, { roles }: Caller): Assessment | undefined {
  if (!term.startsWith(rolePrefix)) return undefined;
  const role = term.slice(rolePrefix.length);
  return roles.includes(role) ? permitNothing : withoutRole(role);
}

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
