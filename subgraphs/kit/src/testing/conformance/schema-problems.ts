import { Kind } from 'graphql';
import type { DefinitionNode, DocumentNode, StringValueNode } from 'graphql';

import { schemaFields } from './schema-fields.ts';

const category = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Fields without a label, or with an empty one: nobody could say which agreement lets them be shown. */
export function unlabelledFields(document: DocumentNode): readonly string[] {
  return schemaFields(document)
    .filter(({ exempt, categories }) => !exempt && (categories ?? []).length === 0)
    .map(({ coordinate }) => coordinate);
}

/** Categories that are not written in kebab-case, by field. */
export function misspeltCategories(document: DocumentNode): readonly string[] {
  return schemaFields(document).flatMap(({ coordinate, categories }) =>
    (categories ?? []).filter((name) => !category.test(name)).map((name) => `${coordinate}: "${name}"`),
  );
}

/** Labelled fields that must not be null: withholding one would take its whole parent away. */
export function nonNullLabelledFields(document: DocumentNode): readonly string[] {
  return schemaFields(document)
    .filter(({ exempt, categories, node }) => !exempt && categories !== null && node.name.value !== 'id')
    .filter(({ node }) => node.type.kind === Kind.NON_NULL_TYPE)
    .map(({ coordinate }) => coordinate);
}

/** Types, fields, arguments and enum values without a description. */
export function undescribed(document: DocumentNode): readonly string[] {
  return document.definitions.flatMap((definition) => [
    ...(isType(definition) ? missing(definition.name.value, definition) : []),
    ...undescribedParts(definition),
  ]);
}

interface Described {
  readonly description?: StringValueNode | undefined;
}

function undescribedParts(definition: DefinitionNode): string[] {
  if (!('name' in definition) || definition.name === undefined) return [];
  const name = definition.name.value;
  if ('values' in definition) {
    return (definition.values ?? []).flatMap((value) => missing(`${name}.${value.name.value}`, value));
  }
  if (!('fields' in definition)) return [];
  return (definition.fields ?? []).flatMap((field) => {
    const coordinate = `${name}.${field.name.value}`;
    const parts = 'arguments' in field ? (field.arguments ?? []) : [];
    return [
      ...missing(coordinate, field),
      ...parts.flatMap((part) => missing(`${coordinate}(${part.name.value}:)`, part)),
    ];
  });
}

function missing(coordinate: string, { description }: Described): string[] {
  return (description?.value.trim() ?? '') === '' ? [coordinate] : [];
}

/** Whether a definition is a type that an agency describes; the root type is GraphQL's own notion. */
function isType(
  definition: DefinitionNode,
): definition is Extract<DefinitionNode, { readonly kind: `${string}TypeDefinition` }> {
  return (
    definition.kind.endsWith('TypeDefinition') && 'name' in definition && definition.name?.value !== 'Query'
  );
}
