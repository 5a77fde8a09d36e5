import { Kind } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';

import { argumentOf, federationNames, objectTypes } from '../../schema/index.ts';
import type { FederationNames, ObjectTypeNode } from '../../schema/index.ts';

/** A field of a subgraph's schema with the categories that govern it. */
export interface SchemaField {
  readonly coordinate: string;
  readonly node: FieldDefinitionNode;
  /** The field's own categories, else those of its type; null where it has no label at all. */
  readonly categories: readonly string[] | null;
  /** Needs no label: a key that only names the entity, the frame of a page, what another agency owns. */
  readonly exempt: boolean;
}

/** All fields of all object types, with their effective labels; directives are known by their names under `@link`. */
export function schemaFields(document: DocumentNode): readonly SchemaField[] {
  const names = federationNames(document);
  const types = objectTypes(document);
  return types.flatMap((type) => {
    const ofType = labelOf(
      types.filter(({ name }) => name.value === type.name.value).flatMap(({ directives = [] }) => directives),
      names,
    );
    return (type.fields ?? []).map((node) => ({
      coordinate: `${type.name.value}.${node.name.value}`,
      node,
      categories: labelOf(node.directives ?? [], names) ?? ofType,
      exempt: isFrame(type) || isEntityId(types, type, node, names) || has(node.directives, names.external),
    }));
  });
}

function labelOf(
  directives: readonly ConstDirectiveNode[],
  { policy }: FederationNames,
): readonly string[] | null {
  const labels = directives.filter(({ name }) => name.value === policy);
  if (labels.length === 0) return null;
  return labels.flatMap((label) => textsOf(argumentOf(label, 'policies')));
}

function textsOf(value: ReturnType<typeof argumentOf>): readonly string[] {
  if (value?.kind === Kind.STRING) return [value.value];
  return value?.kind === Kind.LIST ? value.values.flatMap(textsOf) : [];
}

function isFrame(type: ObjectTypeNode): boolean {
  return /(Connection|Edge)$/.test(type.name.value) || type.name.value === 'PageInfo';
}

function isEntityId(
  types: readonly ObjectTypeNode[],
  type: ObjectTypeNode,
  field: FieldDefinitionNode,
  { key }: FederationNames,
): boolean {
  const isEntity = types.some(
    ({ name, directives }) => name.value === type.name.value && has(directives, key),
  );
  return isEntity && field.name.value === 'id';
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return (directives ?? []).some((directive) => directive.name.value === name);
}
