import type { ASTNode, DocumentNode, FieldNode, GraphQLSchema, NameNode, VariableNode } from 'graphql';
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import { KeyNames } from './key-names.ts';
import type { OperationParts } from './operation-parts.ts';

/**
 * An operation as the planner and the agencies see it.
 *
 * A client's alias could land on the key of an entity, on the input of a `@requires`, or on a field of
 * another type in the same list. So no alias of a client leaves the gateway: every field that has an alias
 * or takes arguments gets a key of ours, the same for all fields that the client's answer merges.
 */
export interface IsolatedOperation {
  readonly document: DocumentNode;
  /** The key in the data of each field of the client's document. */
  readonly keys: ReadonlyMap<FieldNode, string>;
  /** The client's response name for a key of ours; other keys stand for themselves. */
  readonly responseNames: ReadonlyMap<string, string>;
  /** The client's variable for a variable of ours; others stand for themselves. */
  readonly variableNames: ReadonlyMap<string, string>;
  /** The root fields that this gateway answers by itself. */
  readonly hasIntrospection: boolean;
}

const introspectionFields = new Set(['__schema', '__type']);

/** Gives an operation's fields and variables names that can't collide with the planner's. */
export function isolateOperation(schema: GraphQLSchema, parts: OperationParts): IsolatedOperation {
  const names = new KeyNames(schema);
  const keys = new Map<FieldNode, string>();
  const variableNames = new Map<string, string>();
  const typeInfo = new TypeInfo(schema);
  let hasIntrospection = false;

  const isolateField = (node: FieldNode): FieldNode => {
    if (introspectionFields.has(node.name.value)) {
      hasIntrospection = true;
      return placeholder;
    }
    const key = names.keyOf(node, Boolean(typeInfo.getFieldDef()?.args.length));
    keys.set(node, key);
    const { alias: _, ...bare } = node;
    return key === node.name.value ? bare : { ...bare, alias: nameNode(key) };
  };
  const isolateVariable = (node: VariableNode): VariableNode | undefined => {
    if (!isReserved(node.name.value)) return undefined;
    const name = `_variable_${node.name.value}`;
    variableNames.set(name, node.name.value);
    return { ...node, name: nameNode(name) };
  };
  const isolate = <Node extends ASTNode>(node: Node): Node =>
    visit(node, visitWithTypeInfo(typeInfo, { Field: isolateField, Variable: isolateVariable }));

  const definitions = [parts.operation, ...parts.fragments.values()].map((node) => isolate(node));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  return { document, keys, responseNames: names.responseNames, variableNames, hasIntrospection };
}

/** Stands where an introspection field stood, so that no selection set becomes empty. */
const placeholder: FieldNode = { kind: Kind.FIELD, name: nameNode('__typename') };

/** The planner's own variables. */
function isReserved(variable: string): boolean {
  return variable === 'representations' || variable.startsWith('contextualArgument');
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
