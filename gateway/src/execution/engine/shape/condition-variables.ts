import { Kind, visit } from 'graphql';

import type { OperationParts } from '../isolation/index.ts';

const conditionals = new Set(['skip', 'include']);

/** The variables on which an operation's `@skip` and `@include` depend; none for most operations. */
export function conditionVariables({ operation, fragments }: OperationParts): readonly string[] {
  const names = new Set<string>();
  for (const node of [operation, ...fragments.values()]) {
    visit(node, {
      Directive(directive) {
        if (!conditionals.has(directive.name.value)) return;
        for (const { value } of directive.arguments ?? []) {
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
        }
      },
    });
  }
  return [...names];
}
