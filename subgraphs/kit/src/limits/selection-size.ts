import { Kind } from 'graphql';
import type { FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';

/** How large a selection set is once its fragments are expanded. */
export interface SelectionSize {
  readonly selections: number;
  /** Selection sets within selection sets, those of fragments too. */
  readonly depth: number;
}

export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

const nothing: SelectionSize = { selections: 0, depth: 0 };
const measured = new WeakMap<SelectionSetNode, SelectionSize>();

/**
 * Measures without expanding: a kilobyte of fragments that spread one another twice each stands for 2^40
 * selections. Each selection set is measured once, so that time is linear in the document; one that is met within
 * itself counts nothing, as validation refuses the cycle.
 */
export function selectionSize(set: SelectionSetNode, fragments: Fragments): SelectionSize {
  const known = measured.get(set);
  if (known !== undefined) return known;
  measured.set(set, nothing);
  let [selections, depth] = [0, 0];
  for (const selection of set.selections) {
    const below = setBelow(selection, fragments);
    const size = below === undefined ? nothing : selectionSize(below, fragments);
    selections += 1 + size.selections;
    depth = Math.max(depth, size.depth);
  }
  const size = { selections: Math.min(selections, saturation), depth: depth + 1 };
  measured.set(set, size);
  return size;
}

/** Beyond every limit, and small enough to be added and multiplied exactly. */
const saturation = 2 ** 30;

function setBelow(selection: SelectionNode, fragments: Fragments): SelectionSetNode | undefined {
  if (selection.kind !== Kind.FRAGMENT_SPREAD) return selection.selectionSet;
  const name = selection.name.value;
  return Object.hasOwn(fragments, name) ? fragments[name]?.selectionSet : undefined;
}
