import { createHash } from 'node:crypto';

import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, Kind, print } from 'graphql';

import type { OperationToPlan } from '../../execution/index.ts';
import type { DecisionTable, Denial, Permit } from '../policy/index.ts';
import { ArgumentRules } from './argument-rules.ts';
import { hiddenNames, identifyingNames, usesIdentifyingNames } from './hidden-names.ts';
import { prunedDocument } from './pruned-document.ts';
import type { FieldDecider } from './selection-pruner.ts';
import { SelectionPruner } from './selection-pruner.ts';
import type { HiddenNames, Selections } from './selections.ts';

/** An operation without what is denied, and what is needed to answer the operation that was asked. */
export interface PrunedOperation {
  /** What is planned and asked. The document and key are the original's if nothing had to change. */
  readonly operation: OperationToPlan;
  /** Whether nothing of what was asked for is left. */
  readonly isEmpty: boolean;
  /** A denied field that can't be null stands at the root: then there can be no data at all. */
  readonly poison: Denial | null;
  readonly selections: Selections;
  readonly hidden: HiddenNames;
  /** Whether the client asks by names by which the answer is to tell whom it is about: it must not be asked. */
  readonly isForged: boolean;
  /** Of everything that is shown whoever the resident is. */
  readonly permits: readonly Permit[];
  /** Which arguments may not be used. */
  readonly argumentRules: ArgumentRules;
  /** How many fields its selections have in all, at least 1. */
  readonly size: number;
}

/** What is pruned, and by what. */
export interface PruneInput {
  /** Validated. */
  readonly operation: OperationToPlan;
  readonly schema: GraphQLSchema;
  readonly table: Pick<DecisionTable, 'ofField' | 'ofArgument'>;
  /** Whether the answer must tell whom each part of it is about, for the record of disclosures. */
  readonly identifies?: boolean;
}

/**
 * Takes everything that is denied out of an operation before it is planned, so that no agency is asked for it.
 *
 * @throws TypeError if the document doesn't hold the operation
 */
export function pruneOperation({
  operation,
  schema,
  table,
  identifies = false,
}: PruneInput): PrunedOperation {
  const { document, operationName } = operation;
  const definition = getOperationAST(document, operationName);
  if (!definition) throw new TypeError('The document does not hold the operation.');
  const argumentRules = new ArgumentRules(table.ofArgument);
  const pruned = pruneDefinition({
    document,
    definition,
    schema,
    decide: table.ofField,
    argumentRules,
    identifies,
  });
  const { pruner, root, hidden } = pruned;
  return {
    operation: pruner.isChanged ? rewritten(definition, pruned) : operation,
    isEmpty: root.kept.length === 0,
    poison: root.poison,
    selections: root.selections,
    hidden,
    isForged: identifies && usesIdentifyingNames(document),
    permits: [...pruner.permits],
    argumentRules,
    size: sizeOf(root.selections),
  };
}

function sizeOf({ fields }: Selections): number {
  return fields.reduce((sum, { selections }) => sum + (selections ? sizeOf(selections) : 0) + 1, 1);
}

interface DefinitionInput {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
  readonly decide: FieldDecider;
  readonly argumentRules: ArgumentRules | null;
  readonly identifies?: boolean;
}

/** Prunes one operation of a document; for documents of clients and those that go to agencies alike. */
export function pruneDefinition(input: DefinitionInput) {
  const { document, definition, schema, decide, argumentRules, identifies = false } = input;
  const rootType = schema.getRootType(definition.operation);
  if (!rootType) throw new TypeError(`The schema has no ${definition.operation}.`);
  const hidden = identifies ? identifyingNames : hiddenNames(document);
  const fragments = fragmentsOf(document);
  const pruner = new SelectionPruner({ schema, fragments, decide, argumentRules, hidden, identifies });
  return { pruner, root: pruner.root(rootType, definition.selectionSet), hidden };
}

function rewritten(
  definition: OperationDefinitionNode,
  { root }: ReturnType<typeof pruneDefinition>,
): OperationToPlan {
  const document = prunedDocument(definition, [...root.kept, ...root.added]);
  const digest = createHash('sha256').update(print(document)).digest('base64url');
  return { document, operationName: definition.name?.value ?? null, key: `pruned:${digest}` };
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
