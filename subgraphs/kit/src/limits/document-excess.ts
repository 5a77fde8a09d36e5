import { Kind } from 'graphql';
import type { DefinitionNode, DocumentNode, FragmentDefinitionNode, GraphQLError } from 'graphql';

import { subgraphError } from '../errors/index.ts';
import { selectionSize } from './selection-size.ts';
import type { Fragments } from './selection-size.ts';

/** More than a gateway asks of one subgraph: Resident Graph's own sends one root field and 10,000 selections. */
const most = { selections: 20_000, depth: 100, rootFields: 100 } as const;

/** Which limit a document exceeds, before anything that takes longer than reading it; null where none. */
export function documentExcess(document: DocumentNode): GraphQLError | null {
  const fragments = fragmentsOf(document);
  for (const definition of document.definitions) {
    const excess = definitionExcess(definition, fragments);
    if (excess !== null) return subgraphError('OPERATION_LIMIT_EXCEEDED', { message: excess });
  }
  return null;
}

function definitionExcess(definition: DefinitionNode, fragments: Fragments): string | null {
  if (!('selectionSet' in definition)) return null;
  const { selections, depth } = selectionSize(definition.selectionSet, fragments);
  if (depth > most.depth) return `The query nests deeper than ${most.depth} levels.`;
  if (selections > most.selections) return `The query has more than ${most.selections} selections.`;
  if (definition.kind !== Kind.OPERATION_DEFINITION) return null;
  const atRoot = definition.selectionSet.selections.length;
  return atRoot > most.rootFields ? `The query has more than ${most.rootFields} root fields.` : null;
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
