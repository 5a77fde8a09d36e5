import type { DocumentNode, GraphQLSchema } from 'graphql';

import type { Decision, DecisionTable } from '../policy/index.ts';
import type { Selections, Verdict } from '../pruning/index.ts';
import { pruneOperation } from '../pruning/index.ts';

/** Decides about fields and arguments: a table, or one with the facts about a resident. */
export type Decider = Pick<DecisionTable, 'ofField' | 'ofArgument'>;

/** An operation; its document is valid for the schema. */
export interface OperationAsked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

/** A field of an operation, and what is decided about it. */
export interface OperationField {
  /** Response names from the root, joined by dots. */
  readonly path: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly decision: Decision;
}

/** What pruning makes of an operation. */
export interface OperationOutcome {
  /** Those that are labelled; what lies below a denied one is not among them. */
  readonly fields: readonly OperationField[];
  /** The first argument that may not be used, by its coordinate; null if there is none. */
  readonly refusedArgument: string | null;
}

/** Prunes an operation as a request's is pruned, and tells what became of its fields. */
export function outcomeOf(
  { document, operationName }: OperationAsked,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
  decider: Decider,
): OperationOutcome {
  const coordinates = new Map<Decision, string>();
  const ofField = (coordinate: string): Decision => {
    const decision = { ...decider.ofField(coordinate) };
    coordinates.set(decision, coordinate);
    return decision;
  };
  const table = { ofArgument: decider.ofArgument, ofField };
  const pruned = pruneOperation({ operation: { document, operationName, key: '' }, schema, table });
  const fields = fieldsIn(pruned.selections, []).map(({ path, name, type, verdict }): OperationField => {
    if (verdict.kind === 'deny') {
      return { path, coordinate: coordinates.get(verdict) ?? `${type}.${name}`, decision: verdict };
    }
    const { coordinate } = verdict;
    return { path, coordinate, decision: decider.ofField(coordinate) };
  });
  return {
    fields: distinct(fields.filter(isLabelled)),
    refusedArgument: pruned.argumentRules.deniedWith(variables),
  };
}

interface FoundField {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly verdict: Verdict;
}

function fieldsIn({ fields }: Selections, above: readonly string[]): readonly FoundField[] {
  return fields.flatMap(({ responseName, verdicts, selections }) => {
    const names = [...above, responseName];
    const path = names.join('.');
    const own = [...verdicts].map(([type, verdict]) => ({ path, name: responseName, type, verdict }));
    return [...own, ...(selections ? fieldsIn(selections, names) : [])];
  });
}

/** Names of types, keys and pages are permitted by nothing in particular. */
function isLabelled({ coordinate, decision }: OperationField): boolean {
  if (coordinate.endsWith('__typename')) return false;
  return decision.kind !== 'permit' || decision.agreements.length > 0;
}

function distinct(fields: readonly OperationField[]): readonly OperationField[] {
  return [...new Map(fields.map((field) => [`${field.path} ${field.coordinate}`, field])).values()];
}
