import type { ASTNode, DocumentNode, GraphQLError } from 'graphql';

import type { CompositionProblem } from './composition.ts';
import { coordinateAt } from './coordinate-at.ts';

interface NamedDocument {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** An error of the composition library with the subgraph, the coordinate and the place taken out of it. */
export function compositionProblem(
  error: GraphQLError,
  documents: readonly NamedDocument[],
): CompositionProblem {
  const node = error.nodes?.[0];
  const subgraph = subgraphOf(error, node);
  const coordinate = coordinateIn(error.message) ?? coordinateOf(node, subgraph, documents);
  const place = placeOf(node);
  return {
    code: typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'COMPOSITION_FAILED',
    message: messageWith(coordinate, error.message),
    ...(subgraph !== undefined && { subgraph }),
    ...(coordinate !== undefined && { coordinate }),
    ...(place !== undefined && { place }),
  };
}

/** Composition does not always say where; its reader needs to know. */
function messageWith(coordinate: string | undefined, message: string): string {
  return coordinate === undefined || message.includes(coordinate) ? message : `${coordinate}: ${message}`;
}

/** The message's "[name]" prefix, else the subgraph that the node is tagged with, else the first one it names. */
function subgraphOf(error: GraphQLError, node: ASTNode | undefined): string | undefined {
  const prefix = /^\[([^\]]+)\]/.exec(error.message)?.[1];
  const tagged = node && 'subgraph' in node && typeof node.subgraph === 'string' ? node.subgraph : undefined;
  return prefix ?? tagged ?? /subgraphs? "([^"]+)"/.exec(error.message)?.[1];
}

function coordinateIn(message: string): string | undefined {
  return /"(@?[A-Za-z_]\w*\.\w+(?:\(\w+:\))?)"/.exec(message)?.[1];
}

function coordinateOf(
  node: ASTNode | undefined,
  subgraph: string | undefined,
  documents: readonly NamedDocument[],
): string | undefined {
  const document = documents.find(({ name }) => name === subgraph)?.typeDefs;
  return node?.loc && document && coordinateAt(document, node.loc.start);
}

function placeOf(node: ASTNode | undefined): string | undefined {
  return node?.loc && `${node.loc.source.name}:${node.loc.startToken.line}`;
}
