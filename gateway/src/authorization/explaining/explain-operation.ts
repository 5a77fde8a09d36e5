import type { GraphQLSchema } from 'graphql';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { ResidentFacts } from '../../governance/index.ts';
import type { Transform } from '../access/index.ts';
import { inTurns } from '../in-turns.ts';
import type { Decision, DecisionTable, PolicyParts } from '../policy/index.ts';
import { compilePolicy } from '../policy/index.ts';
import { hypotheses } from './hypothetical.ts';
import type { Decider, OperationAsked, OperationField } from './operation-fields.ts';
import { outcomeOf } from './operation-fields.ts';
import type { Change } from './what-would-change.ts';
import { changeFinder } from './what-would-change.ts';

/** What is to be explained. */
export interface ExplainedRequest extends OperationAsked {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly purpose: PurposeOfUse | null;
  /** About the resident whom all of the operation is about; null to explain it for any. */
  readonly facts: ResidentFacts | null;
  readonly at: Date;
}

/** What would happen to one field, and why. */
export interface FieldExplanation extends OperationField {
  /** `depends`: on the resident, who isn't named. `concealed`: nothing shows that anything was withheld. */
  readonly outcome: 'returned' | 'transformed' | 'depends' | 'withheld' | 'concealed';
  readonly transform: Transform | null;
  /** What would have it returned; empty if only another agreement or another law would, or if it is returned. */
  readonly changes: readonly Change[];
}

/** What would happen to an operation. */
export interface OperationExplanation {
  readonly fields: readonly FieldExplanation[];
  readonly refusedArgument: string | null;
}

/** Explains by the same policy and the same pruning as a request's what it would be answered, field by field. */
export async function explainOperation(
  request: ExplainedRequest,
  parts: Omit<PolicyParts, 'now'>,
  schema: GraphQLSchema,
): Promise<OperationExplanation> {
  const { caller, purpose, facts, at, variables } = request;
  const policy = compilePolicy({ ...parts, now: () => at });
  const decider = deciderFor(policy.tableFor(caller, purpose, at), facts);
  const { fields, refusedArgument } = outcomeOf(request, variables, schema, decider);
  const anybody = { residentId: 'resident', consents: [], relationships: [], breakGlass: null };
  const situation = { caller, purpose, facts: facts ?? anybody };
  const changesFor = changeFinder(policy, hypotheses(parts, at), situation, at);
  return {
    refusedArgument,
    fields: await inTurns(fields, 1, (field) => explained(field, changesFor)),
  };
}

function deciderFor(table: DecisionTable, facts: ResidentFacts | null): Decider {
  if (facts === null) return table;
  return { ofField: table.forResident(facts).ofField, ofArgument: table.ofArgument };
}

async function explained(
  field: OperationField,
  changesFor: (coordinate: string) => Promise<readonly Change[]>,
): Promise<FieldExplanation> {
  const transform = transformOf(field);
  const outcome = outcomeOfField(field.decision, transform);
  const isShown = outcome === 'returned' || outcome === 'transformed';
  return { ...field, outcome, transform, changes: isShown ? [] : await changesFor(field.coordinate) };
}

function transformOf({ coordinate, decision }: OperationField): Transform | null {
  if (decision.kind !== 'permit') return null;
  return decision.transforms.find((each) => each.coordinate === coordinate)?.transform ?? null;
}

function outcomeOfField(decision: Decision, transform: Transform | null): FieldExplanation['outcome'] {
  if (decision.kind === 'undetermined') return 'depends';
  if (decision.kind === 'deny') return decision.isConcealed ? 'concealed' : 'withheld';
  return transform === null ? 'returned' : 'transformed';
}
