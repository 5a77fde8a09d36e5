import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import { Kind } from 'graphql';

/**
 * The data categories of a field: alternatives, each a list of categories that are needed together
 * (https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives#policy).
 *
 * @example [["sealed-record", "juvenile-record"]] needs both; [["a"], ["b"]] needs either.
 */
export type Label = readonly (readonly string[])[];

/** The label that an application of `@policy`, or another directive's argument of its form, writes down; what is not text is left out. */
export function labelOf(directive: ConstDirectiveNode, argument = 'policies'): Label {
  const written = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return listOf(written).map((alternative) =>
    listOf(alternative).flatMap((category) => (category.kind === Kind.STRING ? [category.value] : [])),
  );
}

/** A list, or a single value where GraphQL coerces it to a list of one. */
function listOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

/** A label that names nothing in it or in one of its alternatives, and so permits everybody or nobody. */
export function isEmptyLabel(label: Label): boolean {
  return (
    label.length === 0 || label.some((alternative) => alternative.length === 0 || alternative.includes(''))
  );
}

/** Whether whoever satisfies a label also satisfies another: each alternative needs all that one of the other's needs. */
export function isAtLeastAsStrong(label: Label, other: Label): boolean {
  return label.every((mine) => other.some((theirs) => theirs.every((category) => mine.includes(category))));
}
