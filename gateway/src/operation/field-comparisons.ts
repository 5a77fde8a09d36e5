import type {
  DefinitionNode,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind, visit } from 'graphql';

/** A selection set, and the fragments that it was reached through. */
interface Place {
  readonly set: SelectionSetNode;
  readonly through: Trail | null;
}

interface Trail {
  readonly name: string;
  readonly before: Trail | null;
}

/** Fields that end up under one name in one place of the answer. */
interface Group {
  count: number;
  readonly below: Place[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * How much work it is to see whether the fields of a document can be merged
 * (https://spec.graphql.org/October2021/#sec-Field-Selection-Merging): every two fields of one name in one place
 * are compared, however many selection sets and fragments they come from. So a document within all other
 * limits can take 100 ms to validate. Here the fields are counted by their places, without comparing them:
 *
 * 1. Operations are walked with their fragments expanded, and so are fragments that nothing spreads.
 * 2. All selection sets under one name in one place are walked as one.
 * 3. Each selection counts one, and n fields under one name count n(n-1)/2.
 *
 * @param most - beyond this the exact number doesn't matter, and counting ends
 */
export function fieldComparisons(document: DocumentNode, most: number): number {
  const { definitions } = document;
  const fragments: Fragments = new Map(
    definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]),
  );
  const spread = spreadNames(document);
  const counter = new Counter(fragments, most);
  for (const node of definitions) {
    const isRoot = isFragment(node) ? !spread.has(node.name.value) : node.kind === Kind.OPERATION_DEFINITION;
    if (isRoot && 'selectionSet' in node) counter.walk({ set: node.selectionSet, through: null });
  }
  return counter.count;
}

function isFragment(node: DefinitionNode): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}

function spreadNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void names.add(name.value) });
  return names;
}

class Counter {
  readonly #fragments: Fragments;
  readonly #most: number;
  count = 0;

  constructor(fragments: Fragments, most: number) {
    this.#fragments = fragments;
    this.#most = most;
  }

  walk(root: Place): void {
    const pending: (readonly Place[])[] = [[root]];
    for (let places = pending.pop(); places !== undefined; places = pending.pop()) {
      const groups = new Map<string, Group>();
      for (const place of places) this.#collect(place, groups);
      for (const { count, below } of groups.values()) {
        this.count += (count * (count - 1)) / 2;
        if (below.length > 0) pending.push(below);
      }
      if (this.count > this.#most) return;
    }
  }

  #collect({ set, through }: Place, groups: Map<string, Group>): void {
    for (const node of set.selections) {
      // Also ends what fragments that spread one another in circles would make endless.
      if (this.count > this.#most) return;
      this.count += 1;
      this.#take(node, through, groups);
    }
  }

  #take(node: SelectionNode, through: Trail | null, groups: Map<string, Group>): void {
    if (node.kind === Kind.INLINE_FRAGMENT) return this.#collect({ set: node.selectionSet, through }, groups);
    const name = node.name.value;
    if (node.kind === Kind.FIELD) {
      const group = groupOf(groups, node.alias?.value ?? name);
      group.count += 1;
      if (node.selectionSet) group.below.push({ set: node.selectionSet, through });
      return undefined;
    }
    const fragment = isOn(through, name) ? undefined : this.#fragments.get(name);
    if (fragment) this.#collect({ set: fragment.selectionSet, through: { name, before: through } }, groups);
    return undefined;
  }
}

function groupOf(groups: Map<string, Group>, name: string): Group {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const group: Group = { count: 0, below: [] };
  groups.set(name, group);
  return group;
}

function isOn(trail: Trail | null, name: string): boolean {
  for (let step = trail; step !== null; step = step.before) if (step.name === name) return true;
  return false;
}
