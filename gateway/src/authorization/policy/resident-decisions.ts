import type { ResidentFacts } from '../../governance/index.ts';
import type { Requirement } from '../requirements/index.ts';
import { assessForResident } from './assess-category.ts';
import type { Assessment } from './assessment.ts';
import type { Circumstances } from './circumstances.ts';
import type { ClassTable } from './class-table.ts';
import type { Decision } from './decision.ts';
import { fieldDecisions } from './field-decisions.ts';
import { undecidable, unlabelledDecision } from './plain-decisions.ts';
import type { ResidentDecisions } from './policy.ts';
import type { PolicyRules } from './policy-rules.ts';

/** Decides what the table left open, for one resident; each category and each requirement when it is first asked for. */
export function residentDecisions(
  facts: ResidentFacts,
  table: ClassTable,
  circumstances: Circumstances,
  rules: PolicyRules,
): ResidentDecisions {
  const ofCategory = remembered<string>((name) => {
    const known = table.categories.get(name);
    const category = rules.categories.get(name);
    if (known === undefined || category === undefined) return undecidable;
    const isOpen = known.assessment.decision.kind === 'undetermined';
    return isOpen ? assessForResident(category, known, facts, circumstances, rules) : known.assessment;
  });
  const ofRequirement = remembered<Requirement>((requirement) => {
    const known = table.requirements[requirement.id];
    const isOpen = known === undefined || known.decision.kind === 'undetermined';
    return isOpen ? table.assess(requirement, ofCategory) : known;
  });
  const { requirements } = rules;
  const ofField = fieldDecisions({ requirements, ofRequirement, ofCategory, assess: table.assess });
  return {
    ofField: (coordinate) => settled(ofField(coordinate)),
    ofCategory: (category) => settled(ofCategory(category).decision),
  };
}

function remembered<Key>(assess: (key: Key) => Assessment): (key: Key) => Assessment {
  const known = new Map<Key, Assessment>();
  return (key) => {
    const assessment = known.get(key) ?? assess(key);
    known.set(key, assessment);
    return assessment;
  };
}

/** With the resident known nothing is undetermined; were it so by mistake, it is denied. */
function settled(decision: Decision): Exclude<Decision, { readonly kind: 'undetermined' }> {
  if (decision.kind !== 'undetermined') return decision;
  const { category, authority } = decision;
  return { ...unlabelledDecision, category, authority, isConcealed: true };
}
