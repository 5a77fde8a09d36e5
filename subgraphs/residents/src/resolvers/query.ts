import { badUserInput } from '@resident-graph/subgraph-kit';
import type { TypeResolvers } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import { searchResidents } from '../search/index.ts';
import type { SearchAnswer, SearchRequest } from '../search/index.ts';
import { identityOf, survivorOf } from './identity.ts';
import type { Context } from './identity.ts';

const mostIds = 200;

/** The root fields: residents by id, and the search. */
export const query: TypeResolvers<ResidentLoaders> = {
  resident: (_: unknown, { id }: { id: string }, context: Context) => survivorOf(id, context),
  residents: (_: unknown, { ids }: { ids: readonly string[] }, context: Context) => {
    if (ids.length > mostIds) {
      throw badUserInput(`At most ${String(mostIds)} residents are answered at once; ask in parts.`, 'ids');
    }
    return Promise.all(ids.map((id) => survivorOf(id, context)));
  },
  searchResidents: async (_: unknown, request: SearchRequest, { database, loaders }: Context) => {
    const { edges, ...answer } = await searchResidents(database, loaders, request);
    return { ...answer, edges: edges.map(edgeOf) };
  },
};

function edgeOf({ cursor, node }: SearchAnswer['edges'][number]) {
  return { cursor, node: identityOf(node.resident), matchedOn: node.matchedOn };
}
