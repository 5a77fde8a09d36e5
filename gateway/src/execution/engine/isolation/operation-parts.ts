import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { getOperationAST, Kind, visit } from 'graphql';

/** One operation of a document and the fragments that it uses. */
export interface OperationParts {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Takes an operation out of a document; nothing if the document doesn't hold it. */
export function operationParts(document: DocumentNode, name: string | null): OperationParts | undefined {
  const operation = getOperationAST(document, name);
  return operation ? { operation, fragments: usedFragments(document, operation) } : undefined;
}

function usedFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlyMap<string, FragmentDefinitionNode> {
  const used = new Map<string, FragmentDefinitionNode>();
  const use = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return;
        const fragment = fragmentOf(document, name.value);
        if (!fragment) return;
        used.set(name.value, fragment);
        use(fragment);
      },
    });
  use(operation);
  return used;
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  ) as FragmentDefinitionNode | undefined;
}
