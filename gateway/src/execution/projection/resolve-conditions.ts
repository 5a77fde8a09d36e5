import type { DocumentNode, SelectionNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, visit } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The document as it stands for these variables: without what `@skip` and `@include` leave out
 * (https://spec.graphql.org/October2021/#sec-Type-System.Directives).
 */
export function resolveConditions(document: DocumentNode, variables: Variables): DocumentNode {
  const keep = (node: SelectionNode) => (isIncluded(node, variables) ? undefined : null);
  return visit(document, { Field: keep, InlineFragment: keep, FragmentSpread: keep });
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/** The variables on which the document's conditions depend; none for most documents. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return;
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
