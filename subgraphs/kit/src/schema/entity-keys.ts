import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, SelectionSetNode } from 'graphql';

import { argumentOf, federationNames } from './federation-names.ts';
import { objectTypes } from './object-types.ts';

/** By entity type, its keys: each the fields that a representation must have. Keys that do not resolve are left out. */
export type EntityKeys = ReadonlyMap<string, readonly SelectionSetNode[]>;

/** Reads `@key` from a schema (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives#key). */
export function entityKeys(document: DocumentNode): EntityKeys {
  const names = federationNames(document);
  const keys = new Map<string, SelectionSetNode[]>();
  for (const type of objectTypes(document)) {
    const own = (type.directives ?? []).filter(({ name }) => name.value === names.key).flatMap(keyOf);
    if (own.length > 0) keys.set(type.name.value, [...(keys.get(type.name.value) ?? []), ...own]);
  }
  return keys;
}

function keyOf(directive: ConstDirectiveNode): SelectionSetNode[] {
  const fields = argumentOf(directive, 'fields');
  const resolvable = argumentOf(directive, 'resolvable');
  if (fields?.kind !== Kind.STRING) return [];
  if (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) return [];
  const [definition] = parse(`{ ${fields.value} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [];
}

/** Whether a value has all fields of a key: those that name something are texts, numbers or truth values. */
export function hasKey(value: unknown, key: SelectionSetNode): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return key.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const name = selection.name.value;
    if (!Object.hasOwn(value, name)) return false;
    const field: unknown = Reflect.get(value, name);
    return selection.selectionSet === undefined ? isPlain(field) : hasKey(field, selection.selectionSet);
  });
}

/** Anything else would reach a statement that all representations share, and fail with them. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
