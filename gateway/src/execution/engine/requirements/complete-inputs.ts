import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

import type { QueryPlanSelectionNode } from '../../../supergraph/index.ts';
import type { PlanStep } from '../steps/index.ts';
import type { Requirements } from './requirements.ts';

/** A field of a type. */
interface TypedField {
  readonly typeName: string;
  readonly field: FieldNode;
}

/**
 * Checks that each entity fetch is given what its fields require, and puts right what is not: where two
 * agencies require each other's fields in turn, the planner can leave an input out, and then doesn't wait
 * for the fetch that has it.
 */
export function completeInputs(steps: readonly PlanStep[], requirements: Requirements): readonly PlanStep[] {
  return steps.map((step) => {
    const missing = missingInputs(step, requirements);
    return missing.length === 0 ? step : completed(step, missing, steps);
  });
}

function missingInputs({ fetch }: PlanStep, requirements: Requirements): readonly TypedField[] {
  const { requires } = fetch;
  if (!requires || requirements.isEmpty) return [];
  const needed = askedFields(fetch.operation).flatMap(({ typeName, field }) =>
    requirements
      .of(fetch.serviceName, typeName, field.name.value)
      .map((input) => ({ typeName, field: input })),
  );
  return needed.filter(({ field }) => !isGiven(requires, field.name.value));
}

function completed(step: PlanStep, missing: readonly TypedField[], steps: readonly PlanStep[]): PlanStep {
  const added = missing.map(({ typeName, field }) => ({
    kind: 'InlineFragment' as const,
    typeCondition: typeName,
    selections: [inputOf(field)],
  }));
  const names = new Set(missing.map(({ field }) => field.name.value));
  const providers = steps.filter((other) => provides(other, step, names) && !comesAfter(other, step, steps));
  return {
    ...step,
    fetch: { ...step.fetch, requires: [...(step.fetch.requires ?? []), ...added] },
    after: new Set([...step.after, ...providers.map(({ id }) => id)]),
  };
}

/** Whether a step fetches one of the inputs at the same place. */
function provides(other: PlanStep, step: PlanStep, names: ReadonlySet<string>): boolean {
  const isElsewhere = other === step || other.paths.join() !== step.paths.join();
  return !isElsewhere && askedFields(other.fetch.operation).some(({ field }) => names.has(field.name.value));
}

function comesAfter(later: PlanStep, earlier: PlanStep, steps: readonly PlanStep[]): boolean {
  const before = steps.filter(({ id }) => later.after.has(id));
  return later.after.has(earlier.id) || before.some((step) => comesAfter(step, earlier, steps));
}

/** The fields that an entity fetch asks for. */
function askedFields(operation: string): readonly TypedField[] {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  const set = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
  const [entities] = set?.selections ?? [];
  const selected = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  return selected ? fieldsWithin(selected, '') : [];
}

function fieldsWithin(set: SelectionSetNode, typeName: string): readonly TypedField[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ typeName, field: selection }];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return fieldsWithin(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
  });
}

function isGiven(inputs: readonly QueryPlanSelectionNode[], name: string): boolean {
  return inputs.some((input) =>
    input.kind === 'Field' ? input.name === name : isGiven(input.selections, name),
  );
}

function inputOf({ name, selectionSet }: FieldNode): QueryPlanSelectionNode & { kind: 'Field' } {
  const selections = selectionSet?.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [inputOf(selection)] : [],
  );
  return { kind: 'Field', name: name.value, ...(selections && { selections }) };
}
