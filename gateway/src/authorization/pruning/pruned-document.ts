import type { DocumentNode, OperationDefinitionNode, SelectionNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** The document of an operation with these selections, its fragments opened, without the variables that nothing uses now. */
export function prunedDocument(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  const pruned: OperationDefinitionNode = { ...operation, variableDefinitions: [], selectionSet };
  const used = usedVariables(pruned);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...pruned, variableDefinitions }] };
}

function usedVariables(operation: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(operation, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
