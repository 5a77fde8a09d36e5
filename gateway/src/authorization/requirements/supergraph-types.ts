import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  TypeNode as TypeReferenceNode,
} from 'graphql';
import { Kind } from 'graphql';

/** A type of a supergraph with what its extensions add. */
export interface SupergraphType {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'leaf';
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly string[];
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
}

/** The objects, interfaces, scalars and enums of a supergraph's schema by name. */
export function supergraphTypes(document: DocumentNode): ReadonlyMap<string, SupergraphType> {
  const types = new Map<string, SupergraphType>();
  for (const definition of document.definitions) {
    const part = partOf(definition);
    if (part) types.set(part.name, joined(types.get(part.name), part));
  }
  return types;
}

function partOf(node: DefinitionNode): SupergraphType | undefined {
  const kind = kinds.get(node.kind);
  if (kind === undefined || !('name' in node) || node.name === undefined) return undefined;
  const fields = 'fields' in node ? ((node.fields ?? []) as readonly FieldDefinitionNode[]) : [];
  const interfaces = 'interfaces' in node ? (node.interfaces ?? []) : [];
  return {
    name: node.name.value,
    kind,
    directives: 'directives' in node ? ((node.directives ?? []) as readonly ConstDirectiveNode[]) : [],
    interfaces: interfaces.map(({ name }) => name.value),
    fields: new Map(fields.map((field) => [field.name.value, field])),
  };
}

function joined(first: SupergraphType | undefined, second: SupergraphType): SupergraphType {
  if (first === undefined) return second;
  return {
    ...first,
    directives: [...first.directives, ...second.directives],
    interfaces: [...first.interfaces, ...second.interfaces],
    fields: new Map([...first.fields, ...second.fields]),
  };
}

const kinds: ReadonlyMap<string, SupergraphType['kind']> = new Map([
  [Kind.OBJECT_TYPE_DEFINITION, 'object'],
  [Kind.OBJECT_TYPE_EXTENSION, 'object'],
  [Kind.INTERFACE_TYPE_DEFINITION, 'interface'],
  [Kind.INTERFACE_TYPE_EXTENSION, 'interface'],
  [Kind.SCALAR_TYPE_DEFINITION, 'leaf'],
  [Kind.SCALAR_TYPE_EXTENSION, 'leaf'],
  [Kind.ENUM_TYPE_DEFINITION, 'leaf'],
  [Kind.ENUM_TYPE_EXTENSION, 'leaf'],
]);

/** The name of the type that a field returns, without lists and `!`. */
export function returnedType(field: FieldDefinitionNode): string {
  let type: TypeReferenceNode = field.type;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}
