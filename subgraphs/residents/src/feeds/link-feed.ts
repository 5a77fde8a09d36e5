import { cursorText, readCursor } from '@resident-graph/subgraph-kit';
import type { Database, Feed, FeedCursor, FeedPage, FeedRequest } from '@resident-graph/subgraph-kit';

import { gatewayPeer } from './gateway-peer.ts';
import { readLogPosition } from './log-position.ts';

/** Whose a record is now. */
interface LinkEntry {
  readonly record: string;
  readonly resident: string;
}

interface LinkRow {
  readonly record_id: string;
  readonly resident_id: string;
  readonly from_sequence: number;
}

/** To each agency its own records' links that have changed since: whose a record is now, however often it changed. */
export const linkFeed: Feed = {
  name: 'links',
  answer: async (request, { database }) =>
    request.peer === gatewayPeer ? null : linkPage(database, request),
};

async function linkPage(
  database: Database,
  { peer, after, most }: FeedRequest,
): Promise<FeedPage<LinkEntry>> {
  const { feed, last } = await readLogPosition(database);
  const since = readCursor(after, feed) ?? { feed, sequence: 0 };
  if (since.sequence >= last && since.entry === undefined)
    return { entries: [], next: cursorText(since), more: false };
  const rows = await readLinks(database, { peer, since, last, most: most + 1 });
  const page = rows.slice(0, most);
  const end = page.at(-1);
  const more = rows.length > most && end !== undefined;
  const next = more ? { feed, sequence: end.from_sequence, entry: end.record_id } : { feed, sequence: last };
  return {
    entries: page.map(({ record_id, resident_id }) => ({ record: record_id, resident: resident_id })),
    next: cursorText(next),
    more,
  };
}

interface Since {
  readonly peer: string;
  readonly since: FeedCursor;
  readonly last: number;
  readonly most: number;
}

async function readLinks(
  database: Database,
  { peer, since: { sequence, entry }, last, most }: Since,
): Promise<readonly LinkRow[]> {
  return database('record_links')
    .join('local_records', 'local_records.id', 'record_links.record_id')
    .where('local_records.source', peer)
    .whereNull('record_links.until_sequence')
    .where('record_links.from_sequence', '<=', last)
    .where((later) => {
      void later.where('record_links.from_sequence', '>', sequence);
      if (entry === undefined) return;
      void later.orWhere((same) => {
        void same.where('record_links.from_sequence', sequence).where('record_links.record_id', '>', entry);
      });
    })
    .orderBy([{ column: 'record_links.from_sequence' }, { column: 'record_links.record_id' }])
    .limit(most)
    .select('record_links.record_id', 'record_links.resident_id', 'record_links.from_sequence');
}
