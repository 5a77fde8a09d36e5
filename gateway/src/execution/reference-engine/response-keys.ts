import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** Every response key of a document: what a path in its answer can consist of, besides indexes. */
export function responseKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>();
  visit(document, { Field: (node) => void keys.add(keyOf(node)) });
  return keys;
}

/**
 * Where in its parent a whole fetch's answer would have stood, if that is one field: the only root field,
 * or the only field of the entities.
 */
export function onlyResponseKey(document: DocumentNode): string | undefined {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const fields = fieldsOf(operation.selectionSet);
  const [first] = fields;
  const answered = first?.name.value === '_entities' ? fieldsOf(first.selectionSet) : fields;
  const keys = new Set(answered.map(keyOf).filter((key) => key !== '__typename'));
  return keys.size === 1 ? [...keys][0] : undefined;
}

function fieldsOf(selections: SelectionSetNode | undefined): readonly FieldNode[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

function keyOf(field: FieldNode): string {
  return (field.alias ?? field.name).value;
}
