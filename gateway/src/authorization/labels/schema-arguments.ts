import type { DocumentNode, InputValueDefinitionNode, TypeNode } from 'graphql';
import { isTypeDefinitionNode, isTypeExtensionNode, Kind } from 'graphql';

/** An argument of a field, or a field of an input type. */
export interface SchemaArgument {
  /** `Type.field(argument:)` or `InputType.field`. */
  readonly coordinate: string;
  /**
   * Whether its value can find nothing by what is withheld, whoever gives it:
   *
   * - it turns the pages of a list (https://relay.dev/graphql/connections.htm);
   * - it is the `id`, or the `ids`, of what the field returns;
   * - it is an object, whose fields are arguments themselves.
   */
  readonly isHarmless: boolean;
}

/** All arguments of a schema's fields, and all input fields. */
export function schemaArguments(document: DocumentNode): readonly SchemaArgument[] {
  const types = document.definitions.filter(
    (node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node),
  );
  const inputs = new Set(types.filter(({ kind }) => inputKinds.has(kind)).map(({ name }) => name.value));
  const named = new Set(
    types
      .filter((type) => 'fields' in type && type.fields?.some(({ name }) => name.value === 'id'))
      .map(({ name }) => name.value),
  );
  const isObject = ({ type }: InputValueDefinitionNode): boolean => inputs.has(namedType(type));
  return types.flatMap((type) =>
    ('fields' in type ? (type.fields ?? []) : []).flatMap((field): readonly SchemaArgument[] => {
      const coordinate = `${type.name.value}.${field.name.value}`;
      if (field.kind === Kind.INPUT_VALUE_DEFINITION) return [{ coordinate, isHarmless: isObject(field) }];
      const isOfEntities = named.has(namedType(field.type));
      return (field.arguments ?? []).map((each) => ({
        coordinate: `${coordinate}(${each.name.value}:)`,
        isHarmless: isObject(each) || turnsPages(each) || (isOfEntities && namesEntities(each)),
      }));
    }),
  );
}

const inputKinds: ReadonlySet<string> = new Set([
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_EXTENSION,
]);

const paging: ReadonlyMap<string, readonly string[]> = new Map([
  ['first', ['Int']],
  ['last', ['Int']],
  ['after', ['String', 'ID']],
  ['before', ['String', 'ID']],
]);

function turnsPages({ name, type }: InputValueDefinitionNode): boolean {
  return paging.get(name.value)?.includes(namedType(type)) ?? false;
}

function namesEntities({ name, type }: InputValueDefinitionNode): boolean {
  return (name.value === 'id' || name.value === 'ids') && namedType(type) === 'ID';
}

/** Without lists and `!`. */
function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
