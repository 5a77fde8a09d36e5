import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { ResidentFacts } from '../../governance/index.ts';
import type { AssessTerm } from './assess-requirement.ts';
import type { ClassTable } from './class-table.ts';
import type { Decision } from './decision.ts';
import { fieldDecisions } from './field-decisions.ts';
import { undecidable, unlabelledDecision } from './plain-decisions.ts';
import type { DecisionTable, ResidentDecisions } from './policy.ts';
import type { PolicyRules } from './policy-rules.ts';
import { residentDecisions } from './resident-decisions.ts';

/**
 * The table of one caller: what holds for the class, and what the person adds to it once a resident is known.
 *
 * @param now - the time at which facts about residents count
 */
export function createDecisionTable(
  caller: Caller,
  purposeOfUse: PurposeOfUse | null,
  table: ClassTable,
  rules: PolicyRules,
  now: () => Date,
): DecisionTable {
  const ofCategory: AssessTerm = (name) => table.categories.get(name)?.assessment ?? undecidable;
  const { requirements } = rules;
  const { assess } = table;
  const ofRequirement = ({ id }: { readonly id: number }) => table.requirements[id] ?? undecidable;
  const residents = new WeakMap<ResidentFacts, ResidentDecisions>();
  const forResident = (facts: ResidentFacts): ResidentDecisions => {
    const known = residents.get(facts);
    if (known) return known;
    const decisions = residentDecisions(facts, table, { requester: caller, purposeOfUse, at: now() }, rules);
    residents.set(facts, decisions);
    return decisions;
  };
  return {
    get digest() {
      return table.digest;
    },
    caller,
    purposeOfUse,
    permitted: namesOf(table, 'permit'),
    undetermined: namesOf(table, 'undetermined'),
    ofField: fieldDecisions({ requirements, ofRequirement, ofCategory, assess }),
    ofArgument: (coordinate) => {
      const requirement = requirements.ofArgument(coordinate);
      if (requirement === 'open') return null;
      return requirement === 'unlabelled' ? unlabelledDecision : ofRequirement(requirement).decision;
    },
    ofCategory: (category) => ofCategory(category).decision,
    forResident,
  };
}

function namesOf({ categories }: ClassTable, kind: Decision['kind']): ReadonlySet<string> {
  const decided = [...categories].filter(([, { assessment }]) => assessment.decision.kind === kind);
  return new Set(decided.map(([name]) => name));
}
