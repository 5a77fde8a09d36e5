import type { Connection } from '@resident-graph/subgraph-kit';

/**
 * A list that has nothing at all is null, so that it looks to who may read it as it looks to everybody else. A
 * page after the last entry is an empty page.
 */
export async function nullWhenNone<Node>(page: Promise<Connection<Node>>): Promise<Connection<Node> | null> {
  const { edges, pageInfo } = await page;
  return edges.length === 0 && !pageInfo.hasPreviousPage ? null : { edges, pageInfo };
}
