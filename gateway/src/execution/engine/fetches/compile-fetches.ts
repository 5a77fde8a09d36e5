import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, parse, print, stripIgnoredCharacters } from 'graphql';

import type { FetchNode, QueryPlan } from '../../../supergraph/index.ts';
import { compileObjectProjection } from '../answers/index.ts';
import { compileRepresentation } from '../entities/index.ts';
import type { Requirements } from '../requirements/index.ts';
import { completeInputs } from '../requirements/index.ts';
import type { PlanStep } from '../steps/index.ts';
import { batchSteps, foldSteps, inOneOrder, planSteps } from '../steps/index.ts';
import type { CompiledFetch } from './compiled-fetch.ts';

/** What fetches are compiled with. */
export interface FetchScope {
  /** The supergraph, with what is `@inaccessible`. */
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  /** The client's name for a variable of ours. */
  readonly variableNames: ReadonlyMap<string, string>;
  /** The name that agencies see, if the client gave one. */
  readonly operationName: string | undefined;
}

/**
 * Compiles a plan's fetches.
 *
 * 1. The plan's fetches become steps, each with those that it waits for.
 * 2. What an entity fetch lacks of what its fields require is added.
 * 3. Fetches that ask the same get the same text.
 * 4. Fetches to one agency are made one where nothing has to wait for it.
 */
export function compileFetches(plan: QueryPlan, scope: FetchScope): readonly CompiledFetch[] {
  const steps = foldedAndBatched(completeInputs(planSteps(plan), scope.requirements).map(inOneOrder));
  const groups = new Map<string, number>();
  return steps.map((step) => ({
    ...compileFetch(step, scope, groups),
    waitsFor: step.after.size,
    dependents: steps.flatMap((later, index) => (later.after.has(step.id) ? [index] : [])),
  }));
}

/** Each can make the other possible. */
function foldedAndBatched(steps: readonly PlanStep[]): readonly PlanStep[] {
  const next = batchSteps(foldSteps(steps).map(inOneOrder));
  return next.length === steps.length ? next : foldedAndBatched(next);
}

function compileFetch(
  { fetch, paths, conditions, separately = [] }: PlanStep,
  scope: FetchScope,
  groups: Map<string, number>,
): Omit<CompiledFetch, 'waitsFor' | 'dependents'> {
  const { schema } = scope;
  const agency = fetch.serviceName;
  const operation = renamed(parse(fetch.operation, { noLocation: true }), scope.operationName, agency);
  const query = textOf(operation);
  const source = { schema, agency, rewrites: fetch.outputRewrites ?? [] };
  const { requires } = fetch;
  return {
    agency,
    query,
    operation,
    isRewritten: isRewritten(fetch),
    operationName: operation.name?.value ?? null,
    variables: variablesOf(fetch.variableUsages ?? [], scope.variableNames),
    conditions,
    paths,
    projection: requires
      ? compileObjectProjection(source, '_Entity', [entitySelections(operation)])
      : compileObjectProjection(source, rootTypeName(schema, operation), [operation.selectionSet]),
    entities: requires && {
      inputs: requires,
      represent: compileRepresentation(schema, requires, fetch.inputRewrites ?? []),
      contexts: fetch.contextRewrites ?? [],
      separately: separately.map((step) => ({
        ...compileFetch(step, scope, groups),
        waitsFor: 0,
        dependents: [],
      })),
      group: numberOf(
        groups,
        JSON.stringify([agency, query, requires, fetch.inputRewrites, fetch.outputRewrites]),
      ),
    },
  };
}

function renamed(
  document: DocumentNode,
  clientName: string | undefined,
  agency: string,
): OperationDefinitionNode {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('A fetch has no operation.');
  const { name: _, ...anonymous } = operation;
  if (clientName === undefined) return anonymous;
  const value = `${clientName}__${agency.replaceAll(/\W/g, '_')}`;
  return { ...anonymous, name: { kind: Kind.NAME, value } };
}

function isRewritten({ inputRewrites, outputRewrites, contextRewrites }: FetchNode): boolean {
  return [inputRewrites, outputRewrites, contextRewrites].some((rewrites) => rewrites?.length);
}

function textOf(operation: OperationDefinitionNode): string {
  return stripIgnoredCharacters(print(operation));
}

function rootTypeName(schema: GraphQLSchema, { operation }: OperationDefinitionNode): string {
  const root = schema.getRootType(operation);
  if (!root) throw new TypeError(`The supergraph has no ${operation}.`);
  return root.name;
}

function entitySelections({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  const [entities] = selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet)
    throw new TypeError('A fetch has no entities.');
  return entities.selectionSet;
}

function variablesOf(
  usages: readonly string[],
  clientNames: ReadonlyMap<string, string>,
): CompiledFetch['variables'] {
  const own = usages.filter((name) => name !== 'representations' && !name.startsWith('contextualArgument'));
  return own.map((name) => [name, clientNames.get(name) ?? name]);
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
