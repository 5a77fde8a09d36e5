import { failure } from '../../errors/index.ts';

/** What a client asks for: so many, after the one with the cursor. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One page of a list (https://relay.dev/graphql/connections.htm). */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** The keys of a list's order, as a cursor holds them. */
export type Position = readonly string[];

const most = 200;

/** How many entries a page has. @throws Failure BAD_USER_INPUT */
export function pageSize({ first }: PageRequest, byDefault: number): number {
  const size = first ?? byDefault;
  if (size >= 1 && size <= most) return size;
  throw failure('BAD_USER_INPUT', { message: `The argument first is a number from 1 to ${most}.` });
}

/** After which entry a page begins; null at the beginning. @throws Failure BAD_USER_INPUT */
export function positionAfter({ after }: PageRequest, keys: number): Position | null {
  if (after === null || after === undefined) return null;
  const position = parsed(Buffer.from(after, 'base64url').toString());
  const isOurs =
    Array.isArray(position) && position.length === keys && position.every((key) => typeof key === 'string');
  if (isOurs && cursorAt(position) === after) return position;
  throw staleCursor();
}

/** A page of at most `size` entries, from a list that was read with one more. */
export function pageOf<Node>(
  found: readonly Node[],
  size: number,
  isFirst: boolean,
  positionOf: (node: Node) => Position,
): Connection<Node> {
  const edges = found.slice(0, size).map((node) => ({ cursor: cursorAt(positionOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: !isFirst,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a list that is in memory already. @throws Failure BAD_USER_INPUT */
export function pageOfAll<Node extends { readonly id: string }>(
  all: readonly Node[],
  request: PageRequest,
): Connection<Node> {
  const size = pageSize(request, 20);
  const after = positionAfter(request, 1);
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after[0]) + 1;
  if (after !== null && start === 0) throw staleCursor();
  return pageOf(all.slice(start, start + size + 1), size, start === 0, ({ id }) => [id]);
}

function cursorAt(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The failure of a cursor that is none of the list's. */
export function staleCursor(): Error {
  return failure('BAD_USER_INPUT', {
    message: 'The cursor belongs to no entry of this list. Begin again without it.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
