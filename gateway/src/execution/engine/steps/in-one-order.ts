import type { DocumentNode, FieldNode, InlineFragmentNode, SelectionNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

import type { QueryPlanSelectionNode } from '../../../supergraph/index.ts';
import type { PlanStep } from './plan-step.ts';

type InputFragment = QueryPlanSelectionNode & { readonly kind: 'InlineFragment' };

/**
 * Writes an entity fetch so that fetches which ask the same have the same text: what is asked of one type
 * stands in one fragment, in alphabetical order. The order in which an agency answers is not the client's
 * anyway.
 */
export function inOneOrder(step: PlanStep): PlanStep {
  const { fetch } = step;
  if (!fetch.requires) return step;
  const document = parse(fetch.operation, { noLocation: true });
  const operation = print(orderedDocument(document));
  return { ...step, fetch: { ...fetch, operation, requires: orderedInputs(fetch.requires) } };
}

function orderedDocument(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field(node: FieldNode) {
      if (node.name.value !== '_entities' || !node.selectionSet) return false;
      const selections = orderedSelections(node.selectionSet.selections);
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
}

function orderedSelections(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const fragments = new Map<string, InlineFragmentNode>();
  const others: SelectionNode[] = [];
  for (const selection of selections) {
    const condition = selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition?.name.value;
    if (!condition || selection.directives?.length) others.push(selection);
    else fragments.set(condition, joinedFragments(fragments.get(condition), selection));
  }
  return [...sorted(fragments.values(), print), ...sorted(others, print)];
}

function joinedFragments(
  held: InlineFragmentNode | undefined,
  added: InlineFragmentNode,
): InlineFragmentNode {
  const all = [...(held?.selectionSet.selections ?? []), ...added.selectionSet.selections];
  const distinct = new Map(all.map((selection) => [print(selection), selection]));
  const selections = sorted(distinct.values(), print);
  return { ...added, selectionSet: { ...added.selectionSet, selections } };
}

function orderedInputs(inputs: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] {
  const fragments = new Map<string, InputFragment>();
  const others: QueryPlanSelectionNode[] = [];
  for (const input of inputs) {
    if (input.kind === 'Field' || input.typeCondition === undefined) others.push(input);
    else fragments.set(input.typeCondition, joinedInputs(fragments.get(input.typeCondition), input));
  }
  return [...sorted(fragments.values(), textOf), ...others];
}

function joinedInputs(held: InputFragment | undefined, added: InputFragment): InputFragment {
  const all = [...(held?.selections ?? []), ...added.selections];
  const distinct = new Map(all.map((selection) => [textOf(selection), selection]));
  return { ...added, selections: sorted(distinct.values(), textOf) };
}

function textOf(input: QueryPlanSelectionNode): string {
  return JSON.stringify(input);
}

function sorted<Item>(items: Iterable<Item>, textOfItem: (item: Item) => string): Item[] {
  return [...items]
    .map((item) => ({ item, text: textOfItem(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ item }) => item);
}
