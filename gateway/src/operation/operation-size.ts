import type {
  DefinitionNode,
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';

import type { OperationSize } from './sizes.ts';
import { larger, nested, nothing, plus, saturated } from './sizes.ts';
import { sizeOfArguments, sizeOfDirectives, sizeOfVariables } from './value-sizes.ts';

/**
 * The size of the largest definition of a document, fragments expanded, without expanding them.
 *
 * A kilobyte of fragments that spread one another twice each stands for 2^40 selections; whoever expands
 * them (validation, planning) hangs. So:
 *
 * 1. The size of each fragment is computed once and remembered: time is linear in the document.
 * 2. Sums saturate: what is beyond every limit needs no exact number.
 * 3. A fragment that is met within itself counts nothing: validation refuses the cycle afterwards.
 * 4. Fragments that no operation uses are measured too, because validation walks them as well.
 */
export function operationSize({ definitions }: DocumentNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, OperationSize>();
  const sizeOfFragment = (name: string): OperationSize => {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? nothing;
    measured.set(name, nothing);
    const size = sizeOfSet(fragment.selectionSet, sizeOfFragment);
    measured.set(name, size);
    return size;
  };
  const sizes = definitions.map((node) => sizeOfDefinition(node, sizeOfFragment));
  return { ...sizes.reduce(larger, nothing), definitions: definitions.length };
}

function sizeOfDefinition(node: DefinitionNode, sizeOfFragment: SizeOfFragment): OperationSize {
  if (node.kind === Kind.FRAGMENT_DEFINITION) {
    const size = { ...sizeOfFragment(node.name.value), rootFields: 0 };
    return plus(size, sizeOfDirectives(node.directives));
  }
  return node.kind === Kind.OPERATION_DEFINITION ? sizeOfOperation(node, sizeOfFragment) : nothing;
}

function sizeOfOperation(node: OperationDefinitionNode, sizeOfFragment: SizeOfFragment): OperationSize {
  const head = plus(sizeOfVariables(node.variableDefinitions), sizeOfDirectives(node.directives));
  return plus(head, sizeOfSet(node.selectionSet, sizeOfFragment));
}

type SizeOfFragment = (name: string) => OperationSize;

function sizeOfSet(set: SelectionSetNode, sizeOfFragment: SizeOfFragment): OperationSize {
  const sizes = set.selections.map((node) =>
    plus(sizeOfSelection(node, sizeOfFragment), sizeOfDirectives(node.directives)),
  );
  return nested(sizes.reduce(plus, nothing));
}

function sizeOfSelection(node: SelectionNode, sizeOfFragment: SizeOfFragment): OperationSize {
  if (node.kind === Kind.FRAGMENT_SPREAD) return one(sizeOfFragment(node.name.value));
  if (node.kind === Kind.INLINE_FRAGMENT) return one(sizeOfSet(node.selectionSet, sizeOfFragment));
  const below = node.selectionSet ? sizeOfSet(node.selectionSet, sizeOfFragment) : nothing;
  const field = {
    ...one(below),
    aliases: saturated(below.aliases + (node.alias ? 1 : 0)),
    rootFields: 1,
    depth: below.depth + 1,
  };
  return plus(field, sizeOfArguments(node.arguments));
}

function one(inner: OperationSize): OperationSize {
  return { ...inner, selections: saturated(inner.selections + 1) };
}
