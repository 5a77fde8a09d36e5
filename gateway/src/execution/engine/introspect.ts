import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { executeSync, Kind, visit } from 'graphql';

import type { DataRecord } from './data/index.ts';
import type { OperationParts } from './isolation/index.ts';

/** Answers the introspection fields of an operation's root. */
export type Introspection = (variables: Readonly<DataRecord>) => Readonly<DataRecord>;

/**
 * Compiles the introspection in an operation: graphql-js answers it over the schema that clients see, and
 * no agency learns of it.
 */
export function compileIntrospection(schema: GraphQLSchema, parts: OperationParts): Introspection {
  const rootName = schema.getRootType(parts.operation.operation)?.name;
  const fragments = [...parts.fragments.values()];
  const ofRoot = fragments.filter(({ typeCondition }) => typeCondition.name.value === rootName);
  const below = fragments.filter(({ typeCondition }) => typeCondition.name.value.startsWith('__'));
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...parts.operation, selectionSet: onlyIntrospection(parts.operation.selectionSet) },
      ...ofRoot.map((fragment) => ({ ...fragment, selectionSet: onlyIntrospection(fragment.selectionSet) })),
      ...below,
    ],
  };
  return (variables) => {
    const { data } = executeSync({ schema, document, variableValues: variables, rootValue: {} });
    return data ?? {};
  };
}

/** The root's selections without the fields that agencies answer. */
function onlyIntrospection(set: SelectionSetNode): SelectionSetNode {
  return visit(set, {
    Field: (node: FieldNode) => {
      const isIntrospection = node.name.value === '__schema' || node.name.value === '__type';
      return isIntrospection ? false : null;
    },
  });
}
