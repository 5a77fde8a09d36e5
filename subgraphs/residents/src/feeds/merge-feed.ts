import { cursorText, readCursor } from '@resident-graph/subgraph-kit';
import type { Database, Feed, FeedPage, FeedRequest } from '@resident-graph/subgraph-kit';

import type { Change } from '../master-index/index.ts';
import { gatewayPeer } from './gateway-peer.ts';
import { readLogPosition } from './log-position.ts';

/** Where an id leads since a time; nowhere, null, once a merge was taken back. */
interface MergeEntry {
  readonly resident: string;
  readonly survivor: string | null;
  /** When the index did it, RFC 3339. */
  readonly at: string;
}

/** To the gateway, which ids lead to which others: what was decided and recorded of both is then found again. */
export const mergeFeed: Feed = {
  name: 'merges',
  answer: async (request, { database }) =>
    request.peer === gatewayPeer ? mergePage(database, request) : null,
};

/** A load enters hundreds of residents at a time. */
const mostEvents = 50;

/** An entry of the log may concern many residents; a page ends with an entry, so that none is divided. */
async function mergePage(database: Database, { after, most }: FeedRequest): Promise<FeedPage<MergeEntry>> {
  const { feed, last } = await readLogPosition(database);
  const since = readCursor(after, feed)?.sequence ?? 0;
  const size = Math.min(most, mostEvents);
  const events: readonly EventRow[] = await database('index_events')
    .where('sequence', '>', since)
    .where('sequence', '<=', last)
    // What merges and takes a merge back names the status; all else isn't read.
    .where('changes', 'like', '%"MERGED"%')
    .orderBy('sequence')
    .limit(size + 1)
    .select('sequence', 'at', 'changes');
  const page = events.slice(0, size);
  const more = events.length > size;
  return {
    entries: page.flatMap(mergesIn),
    next: cursorText({ feed, sequence: more ? (page.at(-1)?.sequence ?? since) : last }),
    more,
  };
}

interface EventRow {
  readonly sequence: number;
  readonly at: string;
  readonly changes: string;
}

function mergesIn({ changes, at }: EventRow): readonly MergeEntry[] {
  return (JSON.parse(changes) as readonly Change[]).flatMap((change) => {
    if (change.kind !== 'resident') return [];
    const { key: resident, before, after } = change;
    if (after?.status === 'MERGED') return [{ resident, survivor: after.replacedBy, at }];
    return before?.status === 'MERGED' ? [{ resident, survivor: null, at }] : [];
  });
}
