import type { FieldNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { isAbstractType, isInterfaceType, isObjectType, Kind } from 'graphql';

/** One key of an object in an answer, and what was selected under it. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  /** Whether a `@skip` or `@include` can leave it out. */
  readonly isOptional: boolean;
  readonly selectionSets: readonly SelectionSetNode[];
}

/** The fields that an agency's operation selects on objects of a type. */
export function selectedFieldsOf(
  schema: GraphQLSchema,
  typeName: string,
  sets: readonly SelectionSetNode[],
): readonly SelectedField[] {
  const fields = new Map<string, SelectedField>();
  const collect = (set: SelectionSetNode, isOptional: boolean): void => {
    for (const selection of set.selections) {
      const mayBeLeftOut = isOptional || (selection.directives?.length ?? 0) > 0;
      if (selection.kind === Kind.FIELD) addField(fields, selection, mayBeLeftOut);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) throw new TypeError('Fetches have no fragments.');
      else if (covers(schema, selection.typeCondition?.name.value, typeName)) {
        collect(selection.selectionSet, mayBeLeftOut);
      }
    }
  };
  for (const set of sets) collect(set, false);
  return [...fields.values()];
}

function addField(fields: Map<string, SelectedField>, node: FieldNode, isOptional: boolean): void {
  const key = node.alias?.value ?? node.name.value;
  const known = fields.get(key);
  const sets = node.selectionSet ? [node.selectionSet] : [];
  fields.set(key, {
    key,
    name: node.name.value,
    isOptional: isOptional && (known?.isOptional ?? true),
    selectionSets: [...(known?.selectionSets ?? []), ...sets],
  });
}

/** Whether objects of a type are among those that a type condition names. */
export function covers(schema: GraphQLSchema, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true;
  const wanted = schema.getType(condition);
  const type = schema.getType(typeName);
  return isAbstractType(wanted) && isConcreteOrInterface(type) && schema.isSubType(wanted, type);
}

function isConcreteOrInterface(type: GraphQLNamedType | undefined) {
  return isObjectType(type) || isInterfaceType(type);
}
