import type { ConstArgumentNode, ConstDirectiveNode, ConstObjectFieldNode, ConstValueNode } from 'graphql';
import { Kind } from 'graphql';

/** An argument of a directive, or a field of an input object, if it is text or the name of an enum's value. */
export function textOf(
  entries: readonly (ConstArgumentNode | ConstObjectFieldNode)[] | undefined,
  name: string,
): string | undefined {
  const value = valueOf(entries, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** The input objects of a list argument; a single one counts as a list of one. */
export function objectsOf(
  directive: ConstDirectiveNode,
  name: string,
): readonly (readonly ConstObjectFieldNode[])[] {
  const value = valueOf(directive.arguments, name);
  const values = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return values.flatMap((each) => (each.kind === Kind.OBJECT ? [each.fields] : []));
}

function valueOf(
  entries: readonly (ConstArgumentNode | ConstObjectFieldNode)[] | undefined,
  name: string,
): ConstValueNode | undefined {
  return entries?.find((entry) => entry.name.value === name)?.value;
}
