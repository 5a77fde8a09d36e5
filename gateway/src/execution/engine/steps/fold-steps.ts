import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, parse, print } from 'graphql';

import type { FetchNode } from '../../../supergraph/index.ts';
import type { PlanStep } from './plan-step.ts';

/**
 * Lets an entity fetch that nothing waits for go along with a later one to the same agency at the same
 * places: one request in place of two. Nothing comes later by it than the later fetch would come anyway.
 *
 * What the later fetch needs besides the keys may be missing for some objects; for these the two fetches
 * are made one by one, so a folded step keeps both.
 */
export function foldSteps(steps: readonly PlanStep[]): readonly PlanStep[] {
  const awaited = new Set(steps.flatMap(({ after }) => [...after]));
  const ends = steps.filter(({ id, fetch }) => !awaited.has(id) && isFoldable(fetch));
  for (const end of ends) {
    const host = steps.find((step) => canHost(step, end, steps));
    if (host)
      return foldSteps(
        steps.flatMap((step) => (step === end ? [] : step === host ? [folded(host, end)] : [step])),
      );
  }
  return steps;
}

function isFoldable({ requires, contextRewrites, outputRewrites }: FetchNode): boolean {
  return requires !== undefined && !contextRewrites?.length && !outputRewrites?.length;
}

function canHost(host: PlanStep, end: PlanStep, steps: readonly PlanStep[]): boolean {
  if (host === end || !isFoldable(host.fetch) || identityOf(host) !== identityOf(end)) return false;
  const earlier = ancestors(host, steps);
  return [...end.after].every((id) => earlier.has(id));
}

function identityOf({ fetch, paths, conditions }: PlanStep): string {
  return JSON.stringify([fetch.serviceName, fetch.inputRewrites, conditions, [...paths].map(String).sort()]);
}

function ancestors(
  step: PlanStep,
  steps: readonly PlanStep[],
  found = new Set<number>(),
): ReadonlySet<number> {
  for (const id of step.after) {
    if (found.has(id)) continue;
    found.add(id);
    const before = steps.find((candidate) => candidate.id === id);
    if (before) ancestors(before, steps, found);
  }
  return found;
}

function folded(host: PlanStep, end: PlanStep): PlanStep {
  const usages = new Set([...(host.fetch.variableUsages ?? []), ...(end.fetch.variableUsages ?? [])]);
  return {
    ...host,
    separately: [...(host.separately ?? [host]), ...(end.separately ?? [end])],
    fetch: {
      ...host.fetch,
      operation: print(merged(operationOf(host.fetch), operationOf(end.fetch))),
      requires: [...(host.fetch.requires ?? []), ...(end.fetch.requires ?? [])],
      variableUsages: [...usages],
    },
  };
}

function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('A fetch has no operation.');
  return definition;
}

function merged(host: OperationDefinitionNode, end: OperationDefinitionNode): DocumentNode {
  const entities = entitiesOf(host);
  const selections = [host, end].flatMap((operation) => entitiesOf(operation).selectionSet?.selections ?? []);
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const variables = [host, end].flatMap(({ variableDefinitions }) => variableDefinitions ?? []);
  const distinct = new Map(variables.map((definition) => [definition.variable.name.value, definition]));
  const operation: OperationDefinitionNode = {
    ...host,
    variableDefinitions: [...distinct.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...entities, selectionSet }] },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation] };
}

function entitiesOf({ selectionSet }: OperationDefinitionNode): FieldNode {
  const [entities] = selectionSet.selections;
  if (entities?.kind !== Kind.FIELD) throw new TypeError('A fetch has no entities.');
  return entities;
}
