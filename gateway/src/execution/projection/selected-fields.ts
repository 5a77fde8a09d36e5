import type {
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, isObjectType, Kind, TypeNameMetaFieldDef, isInterfaceType } from 'graphql';

/** What a document selects under one response key of objects of one type. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** The field's own selections; several where the document selects it several times. */
  readonly selectionSets: SelectionSetNode[];
}

/** The schema and the named fragments that selections are read with. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The fields that selections ask of an object of this type, keyed by response key, fragments resolved by
 * the schema's possible types (https://spec.graphql.org/October2021/#CollectFields()).
 */
export function selectedFields(
  scope: SelectionScope,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const collect = (selection: SelectionNode): void => {
    if (selection.kind !== Kind.FIELD) return spread(selection).forEach(collect);
    const key = selection.alias?.value ?? selection.name.value;
    const name = selection.name.value;
    const field = fields.get(key) ?? { key, name, type: typeOf(type, name), selectionSets: [] };
    if (selection.selectionSet) field.selectionSets.push(selection.selectionSet);
    fields.set(key, field);
  };
  const spread = (selection: Exclude<SelectionNode, { kind: Kind.FIELD }>) => {
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(selection.name.value) : selection;
    const applies = applyTo(scope.schema, type, fragment?.typeCondition?.name.value);
    return fragment && applies ? fragment.selectionSet.selections : [];
  };
  selectionSets.flatMap((set) => set.selections).forEach(collect);
  return fields;
}

function applyTo(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  const isSubtype = isObjectType(type) || isInterfaceType(type);
  return isAbstractType(conditionType) && isSubtype && schema.isSubType(conditionType, type);
}

function typeOf(type: GraphQLCompositeType, name: string): GraphQLOutputType {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new TypeError(`${type.name} has no field ${name}.`);
  return field.type;
}
