import type { ArgumentNode, DirectiveNode, TypeNode, ValueNode, VariableDefinitionNode } from 'graphql';
import { Kind } from 'graphql';

import type { OperationSize } from './sizes.ts';
import { nested, nothing, plus } from './sizes.ts';

/** The size of the literals that arguments are given. */
export function sizeOfArguments(nodes: readonly ArgumentNode[] = []): OperationSize {
  return nodes.map(({ value }) => sizeOfValue(value)).reduce(plus, nothing);
}

/** The size of directives with their arguments. */
export function sizeOfDirectives(nodes: readonly DirectiveNode[] = []): OperationSize {
  return nodes
    .map((node) => plus({ ...nothing, directives: 1 }, sizeOfArguments(node.arguments)))
    .reduce(plus, nothing);
}

/** The size of variables with their types, defaults and directives. */
export function sizeOfVariables(nodes: readonly VariableDefinitionNode[] = []): OperationSize {
  return nodes.map(sizeOfVariable).reduce(plus, nothing);
}

function sizeOfVariable({ type, defaultValue, directives }: VariableDefinitionNode): OperationSize {
  const head = { ...nothing, variables: 1, nesting: levelsOf(type) };
  const value = defaultValue ? sizeOfValue(defaultValue) : nothing;
  return plus(plus(head, value), sizeOfDirectives(directives));
}

function levelsOf(type: TypeNode): number {
  let levels = 0;
  for (let inner = type; inner.kind !== Kind.NAMED_TYPE; inner = inner.type)
    if (inner.kind === Kind.LIST_TYPE) levels += 1;
  return levels;
}

const oneValue: OperationSize = { ...nothing, values: 1 };

function sizeOfValue(node: ValueNode): OperationSize {
  if (node.kind === Kind.LIST) return sizeOfMany(node.values);
  return node.kind === Kind.OBJECT ? sizeOfMany(node.fields.map(({ value }) => value)) : oneValue;
}

function sizeOfMany(values: readonly ValueNode[]): OperationSize {
  return nested(values.map(sizeOfValue).reduce(plus, oneValue));
}
