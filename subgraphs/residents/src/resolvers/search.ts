import type { TypeResolvers } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import { matchResidents, searchResidents } from '../search/index.ts';
import type { FoundResident, GradedResident, MatchRequest, SearchRequest } from '../search/index.ts';
import { identify, survivorOf } from './identity.ts';
import type { Context } from './identity.ts';

/** The root fields that find residents. */
export const search: TypeResolvers<ResidentLoaders> = {
  searchResidents: (_: unknown, request: SearchRequest, { database, requester }: Context) =>
    searchResidents(database, requester, request),
  matchResident: (_: unknown, request: MatchRequest, { database, requester }: Context) =>
    matchResidents(database, requester, request),
  residentByLocalId: async (
    _: unknown,
    { source, localId }: { readonly source: string; readonly localId: string },
    context: Context,
  ) => {
    const { database, requester } = context;
    // Whose record it is not gets the answer of a record that is not there, by the same statement.
    const isOwn = requester === null || requester.agency === source;
    const row = await database<{ resident_id: string }>('record_links')
      .join('local_records', 'local_records.id', 'record_links.record_id')
      .where({ 'local_records.id': localId, source, is_active: 1 })
      .whereNull('until_sequence')
      .first('resident_id');
    return survivorOf(isOwn ? (row?.resident_id ?? '') : '', context);
  },
};

/** The types of their answers. */
export const searchTypes = {
  ResidentSearchEdge: {
    node: ({ node }: { readonly node: FoundResident }, _: unknown, context: Context) =>
      identify(node.id, context),
    matchedOn: ({ node }: { readonly node: FoundResident }) => node.matchedOn,
    evidence: ({ node }: { readonly node: FoundResident }) => node.evidence,
  },
  ResidentMatch: {
    resident: ({ id }: GradedResident, _: unknown, context: Context) => identify(id, context),
  },
  ResidentMatchGrade: {
    CERTAIN: 'certain',
    PROBABLE: 'probable',
    POSSIBLE: 'possible',
    CERTAINLY_NOT: 'certainly-not',
  },
};
