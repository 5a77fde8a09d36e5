import { isTypeDefinitionNode, isTypeExtensionNode, Kind } from 'graphql';

import type { SchemaDocument } from '../schema-document.ts';

/** All arguments of a schema's fields, as `Type.field(argument:)`, and all input fields, as `InputType.field`. */
export function argumentCoordinates({ document }: SchemaDocument): readonly string[] {
  const types = document.definitions.filter(
    (node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node),
  );
  return types.flatMap((type) =>
    ('fields' in type ? (type.fields ?? []) : []).flatMap((field) => {
      const coordinate = `${type.name.value}.${field.name.value}`;
      if (field.kind === Kind.INPUT_VALUE_DEFINITION) return [coordinate];
      return (field.arguments ?? []).map(({ name }) => `${coordinate}(${name.value}:)`);
    }),
  );
}
