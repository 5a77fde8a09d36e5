import type { FieldNode, GraphQLObjectType, SelectionNode, SelectionSetNode } from 'graphql';
import {
  isAbstractType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
} from 'graphql';

import type { ShapeScope } from './shape-scope.ts';

/** A field of the client's answer, merged from all its selections. */
export interface ClientField {
  readonly responseName: string;
  readonly node: FieldNode;
  readonly selectionSets: readonly SelectionSetNode[];
}

/** CollectFields() of the specification (https://spec.graphql.org/October2021/#CollectFields()). */
export function clientFields(
  scope: ShapeScope,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): readonly ClientField[] {
  const fields = new Map<string, ClientField>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(scope, selection)) continue;
      if (selection.kind === Kind.FIELD) add(fields, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(scope, selection.typeCondition?.name.value, type)) collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = scope.parts.fragments.get(selection.name.value);
        if (fragment && applies(scope, fragment.typeCondition.name.value, type))
          collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return [...fields.values()];
}

function add(fields: Map<string, ClientField>, node: FieldNode): void {
  const responseName = node.alias?.value ?? node.name.value;
  const known = fields.get(responseName);
  const sets = node.selectionSet ? [node.selectionSet] : [];
  fields.set(responseName, {
    responseName,
    node: known?.node ?? node,
    selectionSets: [...(known?.selectionSets ?? []), ...sets],
  });
}

function isIncluded({ conditions }: ShapeScope, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, conditions);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, conditions);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function applies({ apiSchema }: ShapeScope, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = apiSchema.getType(condition);
  return isAbstractType(wanted) && apiSchema.isSubType(wanted, type);
}
