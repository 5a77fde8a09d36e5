import { pageOf } from './connection.ts';
import type { Connection, PageRequest } from './connection.ts';
import { decodeCursor, encodeCursor, staleCursor } from './cursor.ts';
import { pageSize } from './page-size.ts';

/**
 * A page of a list that is in memory already.
 *
 * @param cursorOf what tells one node of the list from all others, such as its id
 */
export function connectionOf<Node>(
  nodes: readonly Node[],
  { first, after }: PageRequest,
  cursorOf: (node: Node) => string,
): Connection<Node> {
  const start = after === null || after === undefined ? 0 : positionAfter(nodes, after, cursorOf);
  const end = start + pageSize(first);
  return pageOf(nodes.slice(start, end), (node) => encodeCursor(cursorOf(node)), {
    before: start > 0,
    after: end < nodes.length,
  });
}

function positionAfter<Node>(
  nodes: readonly Node[],
  after: string,
  cursorOf: (node: Node) => string,
): number {
  const value = decodeCursor(after);
  const index = nodes.findIndex((node) => cursorOf(node) === value);
  if (index === -1) throw staleCursor();
  return index + 1;
}
