import type {
  ASTNode,
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import type { Requirements } from './requirements.ts';

/**
 * Splits an operation of which fields require one input with different arguments: an object has one slot
 * for the input, so such fields can't be planned together.
 *
 * @returns documents that together select what the given one does; the first is the whole without what is
 *   in the others, which hold nothing but the paths to their fields
 */
export function splitOperation(
  schema: GraphQLSchema,
  requirements: Requirements,
  document: DocumentNode,
): readonly DocumentNode[] {
  if (requirements.inputsWithArguments.size === 0) return [document];
  const demanding = demandingFields(schema, requirements, document);
  const parts = partsOf(demanding);
  const count = Math.max(0, ...parts.values());
  if (count === 0) return [document];
  const others = Array.from({ length: count }, (_, index) => only(document, parts, index + 1));
  return [without(document, parts), ...others];
}

/** What a field needs with arguments: for each type that it can be of, the arguments by the input's path. */
type Demands = ReadonlyMap<string, string>;

function demandingFields(
  schema: GraphQLSchema,
  requirements: Requirements,
  document: DocumentNode,
): ReadonlyMap<FieldNode, Demands> {
  const found = new Map<FieldNode, Demands>();
  const typeInfo = new TypeInfo(schema);
  const enter = (node: FieldNode): void => {
    const parent = typeInfo.getParentType();
    const possible = isAbstractType(parent)
      ? schema.getPossibleTypes(parent)
      : isObjectType(parent)
        ? [parent]
        : [];
    const demands = possible.flatMap(({ name }) =>
      [...requirements.argumentsOf(name, node.name.value)].map(
        ([path, text]) => [`${name} ${path}`, text] as const,
      ),
    );
    if (demands.length > 0) found.set(node, new Map(demands));
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field: { enter } }));
  return found;
}

/** Numbers the fields so that two that can't be planned together have different numbers. */
function partsOf(fields: ReadonlyMap<FieldNode, Demands>): ReadonlyMap<FieldNode, number> {
  const parts = new Map<FieldNode, number>();
  for (const [field, demands] of fields) {
    const taken = new Set(
      [...parts].filter(([other]) => disagree(demands, fields.get(other))).map(([, part]) => part),
    );
    let part = 0;
    while (taken.has(part)) part += 1;
    parts.set(field, part);
  }
  return parts;
}

function disagree(demands: Demands, others: Demands | undefined): boolean {
  return [...demands].some(([path, text]) => others?.has(path) && others.get(path) !== text);
}

const placeholder: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function without(document: DocumentNode, parts: ReadonlyMap<FieldNode, number>): DocumentNode {
  return visit(document, {
    Field: { enter: (node) => ((parts.get(node) ?? 0) > 0 ? placeholder : undefined) },
  });
}

function only(document: DocumentNode, parts: ReadonlyMap<FieldNode, number>, part: number): DocumentNode {
  const fragments = fragmentsWith(document, (node) => parts.get(node) === part);
  const isWanted = (node: ASTNode): boolean => leadsTo(node, (field) => parts.get(field) === part, fragments);
  const prune = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.filter(isWanted).map(pruned),
  });
  const pruned = (node: SelectionNode): SelectionNode => {
    const isEnd = node.kind === Kind.FIELD && parts.get(node) === part;
    if (isEnd || node.kind === Kind.FRAGMENT_SPREAD || !node.selectionSet) return node;
    return { ...node, selectionSet: prune(node.selectionSet) };
  };
  const definitions = document.definitions
    .filter(isWanted)
    .map((node) => ('selectionSet' in node ? { ...node, selectionSet: prune(node.selectionSet) } : node));
  return { ...document, definitions };
}

function fragmentsWith(document: DocumentNode, isEnd: (node: FieldNode) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const fragment of fragments) if (leadsTo(fragment, isEnd, found)) found.add(fragment.name.value);
  }
  return found;
}

function leadsTo(
  node: ASTNode,
  isEnd: (node: FieldNode) => boolean,
  fragments: ReadonlySet<string>,
): boolean {
  let isFound = false;
  visit(node, {
    Field: (field) => void (isFound ||= isEnd(field)),
    FragmentSpread: ({ name }) => void (isFound ||= fragments.has(name.value)),
  });
  return isFound;
}
