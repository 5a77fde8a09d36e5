import type {
  ConstDirectiveNode,
  FieldNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { isInterfaceType, isObjectType, Kind, parse, print } from 'graphql';

/** What the agencies' fields need of other agencies' fields: the `@requires` of a supergraph. */
export interface Requirements {
  /** What a field needs at one agency, as fields of the same type. */
  of(agency: string, typeName: string, fieldName: string): readonly FieldNode[];
  /**
   * The inputs with arguments that a field needs at any agency, and that those need in turn: the arguments
   * by the input's path. Empty for nearly all fields.
   */
  argumentsOf(typeName: string, fieldName: string): ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  /** The names of inputs that some field needs with arguments. */
  readonly inputsWithArguments: ReadonlySet<string>;
}

const none: readonly FieldNode[] = [];

/** Reads the `@requires` of a supergraph (https://specs.apollo.dev/join/v0.3/#@field). */
export function createRequirements(schema: GraphQLSchema): Requirements {
  const agencies = agencyNames(schema);
  const needs = new Map<string, readonly FieldNode[]>();
  const byField = new Map<string, readonly FieldNode[]>();
  for (const { coordinate, graph, fields } of Object.values(schema.getTypeMap()).flatMap(requirementsOf)) {
    needs.set(`${agencies.get(graph)} ${coordinate}`, fields);
    byField.set(coordinate, [...(byField.get(coordinate) ?? none), ...fields]);
  }
  const argumentsOf = (typeName: string, fieldName: string) =>
    inputsOf(typeName, byField.get(`${typeName}.${fieldName}`) ?? none, byField, new Map());
  return {
    of: (agency, typeName, fieldName) => needs.get(`${agency} ${typeName}.${fieldName}`) ?? none,
    argumentsOf,
    isEmpty: needs.size === 0,
    inputsWithArguments: new Set([...byField.values()].flat().filter(takesArguments).map(nameOf)),
  };
}

function takesArguments(field: FieldNode): boolean {
  const below = field.selectionSet ? fieldsOf(field.selectionSet) : none;
  return Boolean(field.arguments?.length) || below.some(takesArguments);
}

function nameOf(field: FieldNode): string {
  return field.name.value;
}

function agencyNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const type = schema.getType('join__Graph');
  const values = type?.astNode?.kind === Kind.ENUM_TYPE_DEFINITION ? (type.astNode.values ?? []) : [];
  return new Map(
    values.map((value) => [value.name.value, text(value.directives?.[0], 'name') ?? value.name.value]),
  );
}

interface Requirement {
  readonly coordinate: string;
  readonly graph: string;
  readonly fields: readonly FieldNode[];
}

function requirementsOf(type: GraphQLNamedType): readonly Requirement[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => requirementsOfField(type.name, field));
}

function requirementsOfField(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
): readonly Requirement[] {
  const directives = field.astNode?.directives ?? [];
  return directives.flatMap((directive) => {
    const requires = directive.name.value === 'join__field' ? text(directive, 'requires') : undefined;
    const graph = text(directive, 'graph');
    if (requires === undefined || graph === undefined) return [];
    return [{ coordinate: `${typeName}.${field.name}`, graph, fields: fieldsOf(selectionsOf(requires)) }];
  });
}

function selectionsOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new TypeError('The supergraph has a broken @requires.');
  return operation.selectionSet;
}

/** The fields of a selection, those within type conditions too. */
function fieldsOf(set: SelectionSetNode): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

function inputsOf(
  typeName: string,
  fields: readonly FieldNode[],
  byField: ReadonlyMap<string, readonly FieldNode[]>,
  found: Map<string, string>,
): ReadonlyMap<string, string> {
  for (const field of fields) {
    const name = field.name.value;
    if (found.has(name)) continue;
    found.set(name, argumentsText(field));
    addNested(name, field, found);
    inputsOf(typeName, byField.get(`${typeName}.${name}`) ?? none, byField, found);
  }
  return found;
}

function addNested(path: string, { selectionSet }: FieldNode, found: Map<string, string>): void {
  for (const field of selectionSet ? fieldsOf(selectionSet) : none) {
    const below = `${path}.${field.name.value}`;
    found.set(below, argumentsText(field));
    addNested(below, field, found);
  }
}

function argumentsText(field: FieldNode): string {
  return (field.arguments ?? [])
    .map((argument) => print(argument))
    .sort()
    .join();
}

function text(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
