import type { DefinitionNode } from 'graphql';
import { Kind } from 'graphql';

import type { SchemaDocument } from '../schema-document.ts';

/** All arguments of a schema's fields, as `Type.field(argument:)`, and all input fields, as `InputType.field`. */
export function argumentCoordinates({ document }: SchemaDocument): readonly string[] {
  return document.definitions.flatMap(coordinatesOf);
}

function coordinatesOf(definition: DefinitionNode): readonly string[] {
  switch (definition.kind) {
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return (definition.fields ?? []).map(({ name }) => `${definition.name.value}.${name.value}`);
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return (definition.fields ?? []).flatMap(({ name, arguments: given = [] }) =>
        given.map((argument) => `${definition.name.value}.${name.value}(${argument.name.value}:)`),
      );
    default:
      return [];
  }
}
