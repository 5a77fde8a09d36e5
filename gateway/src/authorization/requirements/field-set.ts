import type { SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

import type { SupergraphType } from './supergraph-types.ts';
import { returnedType } from './supergraph-types.ts';

/**
 * The fields, as `Type.field`, that a field set of federation selects, nested ones included.
 *
 * @param text - with or without its outermost braces (https://specs.apollo.dev/federation: FieldSet; selections of contexts);
 *   an empty one selects nothing
 * @throws GraphQLError if it is no field set
 */
export function fieldsOfSet(
  type: string,
  text: string,
  types: ReadonlyMap<string, SupergraphType>,
): readonly string[] {
  const inside = withoutBraces(text);
  if (inside.trim() === '') return [];
  const [operation] = parse(`{ ${inside} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? [...selected(type, operation.selectionSet, types)]
    : [];
}

function withoutBraces(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('{') && trimmed.endsWith('}') ? trimmed.slice(1, -1) : trimmed;
}

function* selected(
  type: string,
  set: SelectionSetNode,
  types: ReadonlyMap<string, SupergraphType>,
): Generator<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      yield* selected(selection.typeCondition?.name.value ?? type, selection.selectionSet, types);
    } else if (selection.kind === Kind.FIELD) {
      yield `${type}.${selection.name.value}`;
      const field = types.get(type)?.fields.get(selection.name.value);
      if (field && selection.selectionSet)
        yield* selected(returnedType(field), selection.selectionSet, types);
    }
  }
}
