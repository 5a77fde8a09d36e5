import { badUserInput } from '@resident-graph/subgraph-kit';
import type { TypeResolvers } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import { survivorOf } from './identity.ts';
import type { Context } from './identity.ts';

const mostIds = 200;

/** The root fields that answer residents by id. */
export const query: TypeResolvers<ResidentLoaders> = {
  resident: (_: unknown, { id }: { id: string }, context: Context) => survivorOf(id, context),
  residents: (_: unknown, { ids }: { ids: readonly string[] }, context: Context) => {
    if (ids.length > mostIds) {
      throw badUserInput(`At most ${String(mostIds)} residents are answered at once; ask in parts.`, 'ids');
    }
    return Promise.all(ids.map((id) => survivorOf(id, context)));
  },
};
