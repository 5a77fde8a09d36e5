import type { SelectionNode } from 'graphql';
import { Kind } from 'graphql';

/** `@include` and `@skip` of a selection: it counts if the variable, or the literal, has this value. */
export interface Condition {
  readonly variable: string | null;
  /** What a variable must be; of a literal, whether it lets the selection count. */
  readonly expected: boolean;
}

/** The conditions of one selection; none for most (https://spec.graphql.org/October2021/#sec--include). */
export function conditionsOf({ directives = [] }: SelectionNode): readonly Condition[] {
  return directives.flatMap(({ name, arguments: given = [] }): readonly Condition[] => {
    if (name.value !== 'include' && name.value !== 'skip') return [];
    const expected = name.value === 'include';
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) return [{ variable: value.name.value, expected }];
    const isTrue = value?.kind === Kind.BOOLEAN && value.value;
    return [{ variable: null, expected: isTrue === expected }];
  });
}

/** Whether a selection counts, with variables that are coerced. */
export function isSelected(
  conditions: readonly Condition[],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return conditions.every(({ variable, expected }) =>
    variable === null ? expected : variables[variable] === expected,
  );
}
