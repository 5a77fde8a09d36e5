/** One page of a list, as the GraphQL Cursor Connections Specification has it (https://relay.dev/graphql/connections.htm). */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** What a client asks for: so many, after the one with the cursor. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page from at most `first` nodes and the knowledge of what lies around them. */
export function pageOf<Node>(
  nodes: readonly Node[],
  cursorOf: (node: Node) => string,
  around: { readonly before: boolean; readonly after: boolean },
): Connection<Node> {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: around.after,
      hasPreviousPage: around.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
