import type {
  DefinitionNode,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';

/** How large something is once its fragments are expanded. */
export interface OperationSize {
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly depth: number;
  readonly directives: number;
}

const nothing: OperationSize = { selections: 0, aliases: 0, rootFields: 0, depth: 0, directives: 0 };

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
export function operationSize(document: DocumentNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
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
  return document.definitions.map((node) => sizeOfDefinition(node, sizeOfFragment)).reduce(larger, nothing);
}

function sizeOfDefinition(node: DefinitionNode, sizeOfFragment: SizeOfFragment): OperationSize {
  if (node.kind === Kind.FRAGMENT_DEFINITION) return { ...sizeOfFragment(node.name.value), rootFields: 0 };
  if (node.kind !== Kind.OPERATION_DEFINITION) return nothing;
  return plusDirectives(sizeOfSet(node.selectionSet, sizeOfFragment), node.directives?.length);
}

type SizeOfFragment = (name: string) => OperationSize;

function sizeOfSet(set: SelectionSetNode, sizeOfFragment: SizeOfFragment): OperationSize {
  return set.selections
    .map((node) => plusDirectives(sizeOfSelection(node, sizeOfFragment), node.directives?.length))
    .reduce(plus, nothing);
}

function sizeOfSelection(node: SelectionNode, sizeOfFragment: SizeOfFragment): OperationSize {
  if (node.kind === Kind.FRAGMENT_SPREAD) return one(sizeOfFragment(node.name.value));
  if (node.kind === Kind.INLINE_FRAGMENT) return one(sizeOfSet(node.selectionSet, sizeOfFragment));
  const below = node.selectionSet ? sizeOfSet(node.selectionSet, sizeOfFragment) : nothing;
  return {
    ...one(below),
    aliases: saturated(below.aliases + (node.alias ? 1 : 0)),
    rootFields: 1,
    depth: below.depth + 1,
  };
}

function one(inner: OperationSize): OperationSize {
  return { ...inner, selections: saturated(inner.selections + 1) };
}

function plusDirectives(size: OperationSize, count = 0): OperationSize {
  return count === 0 ? size : { ...size, directives: saturated(size.directives + count) };
}

function plus(left: OperationSize, right: OperationSize): OperationSize {
  return {
    selections: saturated(left.selections + right.selections),
    aliases: saturated(left.aliases + right.aliases),
    rootFields: saturated(left.rootFields + right.rootFields),
    depth: Math.max(left.depth, right.depth),
    directives: saturated(left.directives + right.directives),
  };
}

function larger(left: OperationSize, right: OperationSize): OperationSize {
  return {
    selections: Math.max(left.selections, right.selections),
    aliases: Math.max(left.aliases, right.aliases),
    rootFields: Math.max(left.rootFields, right.rootFields),
    depth: Math.max(left.depth, right.depth),
    directives: Math.max(left.directives, right.directives),
  };
}

const saturation = 2 ** 40;

function saturated(sum: number): number {
  return Math.min(sum, saturation);
}
